package dev.perfagent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.hook.Site;
import dev.perfagent.record.Recording;
import dev.perfagent.settings.Rule;
import dev.perfagent.settings.ValuePath;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Why a context rule whose method was called has nothing to store. */
final class RulesWithoutValueTest {
    private final RecordingSession session =
            new RecordingSession(rule("return"), rule("return.size"), rule("argument.0"));

    @Test
    void anObjectIsNoValue() {
        left(0, new Object());

        assertThat(ended().withoutValue())
                .containsOnlyKeys(0)
                .containsEntry(0, "java.lang.Object is no number, boolean, character, text or enum constant");
    }

    @Test
    void aNumberHasNoSize() {
        left(1, 7);

        assertThat(ended().withoutValue())
                .containsEntry(1, "java.lang.Integer is no collection, map, array or text, so it has no size");
    }

    @Test
    void whatIsMissingIsNamed() {
        session.recorder.entered(Site.ofRule(2), null, null);
        session.recorder.exited(Site.ofRule(0), null, null, new IllegalStateException());

        assertThat(ended().withoutValue())
                .containsEntry(0, "the method ended with an exception")
                .containsEntry(2, "it was null");
    }

    @Test
    void oneValueOfManyCallsIsEnough() {
        left(0, null);
        left(0, "text");
        left(0, new Object());
        left(1, List.of());

        Recording recording = ended();
        assertThat(recording.withoutValue()).isEmpty();
        assertThat(recording.callsByRule())
                .containsEntry(0, 3L)
                .containsEntry(1, 1L)
                .doesNotContainKey(2);
    }

    private void left(int rule, @Nullable Object result) {
        session.recorder.exited(Site.ofRule(rule), null, result, null);
    }

    private Recording ended() {
        session.end();
        return Objects.requireNonNull(session.last);
    }

    private static Rule.Context rule(String path) {
        return new Rule.Context(path, RecordingSession.ANY, Objects.requireNonNull(ValuePath.of(path)));
    }
}
