package dev.perfagent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.hook.Site;
import dev.perfagent.run.Phase;
import dev.perfagent.run.Run;
import dev.perfagent.settings.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PhasesTest {
    @Test
    void anInnerPhaseIsNotInTheOuterOnesOwnTime() {
        RecordingSession session =
                new RecordingSession(RecordingSession.phase("outer"), RecordingSession.phase("inner"));
        session.inside(0, () -> {
            session.clock.advanceMillis(10);
            session.inside(1, () -> session.clock.advanceMillis(30));
            session.clock.advanceMillis(5);
        });

        Run run = session.end();

        assertThat(phase(run, "outer")).isEqualTo(new Phase("outer", 45, 15, 1, 0L, null, null, null, 1.0));
        assertThat(phase(run, "inner")).isEqualTo(new Phase("inner", 30, 30, 1, 0L, null, null, null, 1.0));
    }

    @Test
    void recursionCountsOnce() {
        RecordingSession session = new RecordingSession(RecordingSession.phase("p"));
        session.inside(0, () -> {
            session.clock.advanceMillis(10);
            session.inside(0, () -> session.clock.advanceMillis(10));
        });

        assertThat(phase(session.end(), "p")).isEqualTo(new Phase("p", 20, 20, 1, 0L, null, null, null, 1.0));
    }

    @Test
    void rulesOfOneNameAreOnePhase() {
        RecordingSession session = new RecordingSession(RecordingSession.phase("p"), RecordingSession.phase("p"));
        session.inside(0, () -> session.clock.advanceMillis(1));
        session.inside(1, () -> session.clock.advanceMillis(2));

        assertThat(session.end().duration().phases())
                .containsExactly(new Phase("p", 3, 3, 2, 0L, null, null, null, 1.0));
    }

    @Test
    void theHeapOfAPhaseIsWhatItAdded() {
        RecordingSession session = new RecordingSession(RecordingSession.phase("p"));
        session.inside(0, () -> {
            session.clock.allocate(500);
            session.clock.advanceMillis(1);
        });
        session.clock.allocate(7);

        Run run = session.end();
        assertThat(phase(run, "p").heapDeltaBytes()).isEqualTo(500);
        assertThat(run.resourceUsage().heapDeltaBytes()).isEqualTo(507);
    }

    @Test
    void allocationAndCpuTimeOfAPhaseAreItsThreads() {
        RecordingSession session = new RecordingSession(RecordingSession.phase("p"));
        session.clock.use(1000, 2_000_000);
        session.inside(0, () -> {
            session.clock.advanceMillis(5);
            session.clock.use(1500, 5_000_000);
        });

        Phase phase = phase(session.end(), "p");
        assertThat(phase.allocatedBytes()).isEqualTo(500);
        assertThat(phase.cpuMs()).isEqualTo(3.0);
    }

    @Test
    void whatCouldNotBeReadAtTheStartOfAPhaseIsUnknown() {
        RecordingSession session = new RecordingSession(RecordingSession.phase("p"));
        session.inside(0, () -> {
            session.clock.advanceMillis(5);
            session.clock.use(1500, 5_000_000);
        });
        session.inside(0, () -> session.clock.advanceMillis(5));

        Phase phase = phase(session.end(), "p");
        assertThat(phase.allocatedBytes()).isNull();
        assertThat(phase.cpuMs()).isNull();
    }

    @Test
    void whatIsStillOpenAtTheEndCountsUpToIt() {
        RecordingSession session = new RecordingSession(RecordingSession.phase("p"));
        session.enter(Site.ofRule(0));
        session.clock.advanceMillis(25);

        assertThat(phase(session.end(), "p")).isEqualTo(new Phase("p", 25, 25, 1, null, null, null, null, 1.0));
    }

    @Test
    void anExitThatWasLostClosesWithTheFrameAroundIt() {
        RecordingSession session =
                new RecordingSession(RecordingSession.phase("outer"), RecordingSession.phase("lost"));
        session.inside(0, () -> {
            session.enter(Site.ofRule(1));
            session.clock.advanceMillis(10);
        });
        session.inside(0, () -> session.clock.advanceMillis(1));

        Run run = session.end();
        assertThat(phase(run, "outer").ms()).isEqualTo(11);
        assertThat(phase(run, "outer").count()).isEqualTo(2);
        assertThat(phase(run, "lost").ms()).isEqualTo(10);
    }

    @Test
    void threadsSideBySideShowAsParallelism() throws InterruptedException {
        RecordingSession session = new RecordingSession(RecordingSession.phase("p"));
        Object mine = session.enter(Site.ofRule(0));
        Thread other = new Thread(() -> session.inside(0, () -> session.clock.advanceMillis(10)));
        other.start();
        other.join();
        session.exit(Site.ofRule(0), mine);

        Phase phase = phase(session.end(), "p");
        assertThat(phase.ms()).isEqualTo(20);
        assertThat(phase.parallelism()).isEqualTo(2.0);
        assertThat(phase.savedMs()).isEqualTo(10);
        assertThat(phase.count()).isEqualTo(2);
    }

    @Test
    void aPhaseUnderItsMinimumIsLeftOut() {
        RecordingSession session = new RecordingSession(new Rule.Phase("short", RecordingSession.ANY, 5));
        session.inside(0, () -> session.clock.advanceMillis(4));

        assertThat(session.end().duration().phases()).isEmpty();
    }

    @Test
    void anOperationIsNoPhase() {
        RecordingSession session = new RecordingSession(new Rule.Operation("issue_fetch", RecordingSession.ANY));
        session.inside(0, () -> session.clock.advanceMillis(4));

        assertThat(session.end().duration().phases()).isEmpty();
    }

    @Test
    void anOperationInsideAPhaseIsThatPhasesOwnTime() {
        RecordingSession session = new RecordingSession(
                RecordingSession.phase("outer"),
                new Rule.Operation("issue_fetch", RecordingSession.ANY),
                RecordingSession.phase("inner"));
        session.inside(
                0,
                () -> session.inside(1, () -> {
                    session.clock.advanceMillis(20);
                    session.inside(2, () -> session.clock.advanceMillis(5));
                }));

        assertThat(phase(session.end(), "outer").selfMs()).isEqualTo(20);
    }

    @Test
    void moreThanAHundredPhasesShareOne() {
        Rule[] rules = new Rule[150];
        for (int i = 0; i < rules.length; i++) {
            rules[i] = RecordingSession.phase("p" + i);
        }
        RecordingSession session = new RecordingSession(rules);
        for (int i = 0; i < rules.length; i++) {
            session.inside(i, () -> session.clock.advanceMillis(1));
        }

        List<Phase> phases = session.end().duration().phases();
        assertThat(phases).hasSize(101);
        assertThat(phases.get(100).name()).isEqualTo("other");
        assertThat(phases.get(100).count()).isEqualTo(50);
    }

    @Test
    void theHeapOfPhasesOnThreadsAtOnceIsNobodys() throws InterruptedException {
        RecordingSession session =
                new RecordingSession(RecordingSession.phase("outer"), RecordingSession.phase("inner"));
        session.inside(0, () -> {
            session.inside(1, () -> session.clock.allocate(100)); // before anybody else was there
            Thread other = new Thread(() -> session.inside(1, () -> session.clock.allocate(500)));
            other.start();
            try {
                other.join();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            session.clock.advanceMillis(1);
        });

        Run run = session.end();

        assertThat(phase(run, "outer").heapDeltaBytes()).isNull();
        assertThat(phase(run, "inner").heapDeltaBytes()).isNull();
        assertThat(run.resourceUsage().heapDeltaBytes()).isEqualTo(600);
    }

    @Test
    void theHeapOfPhasesOnThreadsOneAfterTheOtherIsKnown() throws InterruptedException {
        RecordingSession session = new RecordingSession(RecordingSession.phase("p"));
        session.inside(0, () -> session.clock.allocate(500));
        Thread other = new Thread(() -> session.inside(0, () -> {
            session.clock.allocate(300);
            session.clock.advanceMillis(1);
        }));
        other.start();
        other.join();

        assertThat(phase(session.end(), "p").heapDeltaBytes()).isNotNull();
    }

    private static Phase phase(Run run, String name) {
        for (Phase phase : run.duration().phases()) {
            if (phase.name().equals(name)) {
                return phase;
            }
        }
        throw new AssertionError("no phase " + name + " in " + run.duration().phases());
    }
}
