package dev.perfagent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.hook.Site;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ObserversTest {
    private final RecordingSession session = new RecordingSession();

    /** The last step of the JVM included: it halts nothing, because no verdict asks for it. */
    @ParameterizedTest
    @EnumSource
    void everySiteIsObserved(Site site) {
        session.exit(site.number(), session.enter(site.number()));

        assertThat(session.failures).isEmpty();
    }
}
