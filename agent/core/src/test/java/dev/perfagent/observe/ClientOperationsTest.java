package dev.perfagent.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.perfagent.hook.Site;
import dev.perfagent.settings.Rule;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Operations that a client of an API reports by itself. */
final class ClientOperationsTest {
    private final RecordingSession session = new RecordingSession(new Rule.Operation("ruled", RecordingSession.ANY));

    @Test
    void theNameThatIsHandedOverIsUsed() {
        operation("list of GHIssue", this::request);
        operation("list of GHIssue", this::request);

        assertThat(operations()).containsExactly(tuple("list of GHIssue", 2L, 2L));
    }

    @Test
    void insideAnOperationOfARuleThereIsNoOther() {
        session.inside(0, () -> operation("GHIssue.comment", this::request));

        assertThat(operations()).containsExactly(tuple("ruled", 1L, 1L));
    }

    @Test
    void aRequestOfAPageIsPartOfItsList() {
        operation("list of GHIssue", () -> operation("GHRepository.getIssue", this::request));

        assertThat(operations()).containsExactly(tuple("list of GHIssue", 1L, 1L));
    }

    private void operation(@Nullable String name, Runnable body) {
        int site = Site.CLIENT_OPERATION.number();
        Object token = session.recorder.entered(site, null, name);
        body.run();
        session.exit(site, token);
    }

    private void request() {
        int site = Site.HTTP_CALL.number();
        Object[] asked = {"GET", URI.create("https://api.github.com/user"), true};
        Object token = session.recorder.entered(site, null, asked);
        session.recorder.exited(site, token, new Object[] {"GET", asked[1], 200, null, null}, null);
    }

    private List<Tuple> operations() {
        return Objects.requireNonNull(session.end().gitHubApi()).operations().stream()
                .map(operation -> tuple(operation.name(), operation.count(), operation.requests()))
                .toList();
    }
}
