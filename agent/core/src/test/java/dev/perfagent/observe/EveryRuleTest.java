package dev.perfagent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.hook.Site;
import dev.perfagent.settings.CacheRole;
import dev.perfagent.settings.Rule;
import dev.perfagent.settings.ValuePath;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No kind of rule is observed by nobody: a new one fails here until somebody does. */
final class EveryRuleTest {
    private static final Rule[] ONE_OF_EACH = {
        new Rule.Command("export", RecordingSession.ANY),
        new Rule.Phase("load", RecordingSession.ANY, 0),
        new Rule.Operation("fetch", RecordingSession.ANY),
        new Rule.Context("size", RecordingSession.ANY, new ValuePath(0, false)),
        new Rule.Cache("users", RecordingSession.ANY, CacheRole.LOOK_UP, null)
    };

    @Test
    void isObserved() {
        assertThat(Stream.of(ONE_OF_EACH).map(Object::getClass))
                .containsExactlyInAnyOrder(Rule.class.getPermittedSubclasses());
        RecordingSession session = new RecordingSession(ONE_OF_EACH);

        for (int rule = 0; rule < ONE_OF_EACH.length; rule++) {
            session.exit(Site.ofRule(rule), session.enter(Site.ofRule(rule)));
        }

        assertThat(session.failures).isEmpty();
    }
}
