package dev.perfagent.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.perfagent.hook.Site;
import dev.perfagent.run.Phase;
import dev.perfagent.run.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an application measures itself, by perf-agent's API. */
final class MeasuredPhasesTest {
    private final RecordingSession session = new RecordingSession(RecordingSession.phase("ruled"));

    @Test
    void phasesAreNestedInOneAnotherAndInThoseOfRules() {
        session.inside(0, () -> {
            session.clock.advanceMillis(1);
            Object outer = start("outer");
            session.clock.advanceMillis(10);
            Object inner = start("inner");
            session.clock.advanceMillis(30);
            stop(inner);
            stop(outer);
        });

        assertThat(phases())
                .containsExactly(
                        new Phase("ruled", 41, 1, 1, 0L, null, null, null, 1.0),
                        new Phase("outer", 40, 10, 1, 0L, null, null, null, 1.0),
                        new Phase("inner", 30, 30, 1, 0L, null, null, null, 1.0));
    }

    @Test
    void oneThatIsStoppedAfterWhatIsAroundItHasItsTime() {
        Object first = start("first");
        session.clock.advanceMillis(1);
        Object second = start("second");
        session.clock.advanceMillis(1);
        stop(first);
        session.clock.advanceMillis(5);
        stop(second);
        stop(second);

        assertThat(phases())
                .containsExactly(
                        new Phase("first", 2, 2, 1, 0L, null, null, null, 1.0),
                        new Phase("second", 6, 6, 1, null, null, null, null, 1.0));
    }

    @Test
    void anotherThreadMayStopOneAndTheFirstThreadGoesOn() throws InterruptedException {
        Object outer = start("outer");
        session.clock.advanceMillis(1);
        Object handed = start("handed");
        session.clock.advanceMillis(2);
        Thread other = new Thread(() -> stop(handed));
        other.start();
        other.join();
        session.inside(0, () -> session.clock.advanceMillis(4));
        Object again = start("handed");
        session.clock.advanceMillis(8);
        stop(again);
        stop(outer);

        assertThat(phases())
                .extracting(Phase::name, Phase::ms, Phase::selfMs, Phase::count)
                .containsExactly(
                        tuple("outer", 15.0, 3.0, 1L), tuple("handed", 10.0, 10.0, 2L), tuple("ruled", 4.0, 4.0, 1L));
    }

    @Test
    void oneThatEndsLaterIsBesideWhatItsThreadDoesNext() {
        Object later = enter(Site.MEASURED_PHASE, true, "later");
        Object outer = start("outer");
        session.clock.advanceMillis(3);
        stop(later);
        stop(outer);

        assertThat(phases())
                .extracting(Phase::name, Phase::ms, Phase::selfMs)
                .containsExactly(tuple("later", 3.0, 3.0), tuple("outer", 3.0, 3.0));
    }

    @Test
    void whatIsNotStoppedCountsUpToTheEnd() {
        start("open");
        session.clock.advanceMillis(7);

        assertThat(phases()).extracting(Phase::name, Phase::ms).containsExactly(tuple("open", 7.0));
    }

    @Test
    void namesAreBoundedAndRedacted() {
        for (int i = 0; i < 150; i++) {
            stop(start("name " + i));
        }
        stop(start("x".repeat(300)));
        stop(start("token=ghp_0123456789abcdefghijABCDEFGHIJ012345"));

        List<Phase> phases = phases();
        assertThat(phases).hasSize(101).allMatch(phase -> phase.name().length() <= 100);
        assertThat(phases.get(100)).extracting(Phase::name, Phase::count).containsExactly("other", 52L);
        assertThat(phases.toString()).doesNotContain("ghp_");
    }

    @Test
    void valuesAreRedactedAndScalar() {
        give("tasks", 87);
        give("size", "large");
        give("secret", "password=hunter2hunter2");
        give("object", new Object());

        Run run = session.end();
        assertThat(run.context()).containsEntry("tasks", 87L).containsEntry("size", "large");
        assertThat(run.context().toString()).contains("secret").doesNotContain("hunter2");
        assertThat(run.context()).doesNotContainKey("object");
        assertThat(session.failures).isEmpty();
    }

    private @Nullable Object enter(Site site, @Nullable Object self, @Nullable Object argument) {
        return session.recorder.entered(site.number(), self, argument);
    }

    private @Nullable Object start(String name) {
        return enter(Site.MEASURED_PHASE, null, name);
    }

    private void stop(@Nullable Object token) {
        session.exit(Site.MEASURED_PHASE.number(), token);
    }

    private void give(String name, Object value) {
        enter(Site.GIVEN_VALUE, name, value);
    }

    private List<Phase> phases() {
        Run run = session.end();
        assertThat(session.failures).isEmpty();
        return run.duration().phases();
    }
}
