package dev.perfagent.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfagent.hook.Site;
import dev.perfagent.run.Phase;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How the time of a phase is split into work, waiting for a CPU, and waiting for something else. */
final class PhaseScheduleTest {
    private final RecordingSession session =
            new RecordingSession(RecordingSession.phase("p"), RecordingSession.phase("inner"));
    private double cpuMs = 50;
    private double waitMs = 7;

    @Test
    void aPhaseIsSplitFromTheStartOn() {
        session.clock.schedule(cpuMs, waitMs);
        session.inside(0, () -> pass(190, 160, 25));
        pass(100, 90, 10);
        session.inside(0, () -> pass(10, 9, 0));

        Phase phase = end("p");
        assertThat(phase.cpuMs()).isEqualTo(169);
        assertThat(phase.cpuWaitMs()).isEqualTo(25);
    }

    /** But for its CPU time, which the scheduler counts in ticks. */
    @Test
    void aShortPhaseEnteredAFewTimesIsExact() {
        session.clock.schedule(cpuMs, waitMs);
        for (int i = 0; i < 10; i++) {
            session.inside(0, () -> pass(1, 0, 1));
            pass(1, 0, 1);
        }

        assertThat(end("p").cpuWaitMs()).isEqualTo(10);
        assertThat(end("p").cpuMs()).isNull();
    }

    @Test
    void cpuTimeOfTheJvmsOwnCountComesFirst() {
        session.clock.schedule(cpuMs, waitMs);
        session.clock.use(1000, 2_000_000);
        session.inside(0, () -> {
            pass(40, 10, 25);
            session.clock.use(1500, 13_000_000);
        });

        assertThat(end("p").cpuMs()).isEqualTo(11);
    }

    /** A fifth of its entries are asked, and what happens outside of them does not count. */
    @Test
    void aPhaseEnteredOftenIsSplitLikeSomeOfItsEntries() {
        Random random = new Random(20_261_128);
        session.clock.schedule(cpuMs, waitMs);
        double waited = 0;
        for (int i = 0; i < 20_000; i++) {
            int ms = random.nextInt(4);
            session.inside(0, () -> pass(ms, ms / 2.0, ms / 4.0));
            int outside = random.nextInt(3);
            pass(outside, 0, outside);
            waited += ms / 4.0;
        }

        Phase phase = end("p");
        assertThat(session.clock.scheduleReadings()).isLessThan(2 * (20_000 * 5 / 2 / 10 + 16));
        assertThat(phase.cpuWaitMs()).isCloseTo(waited, within(waited * 0.02));
        assertThat(phase.cpuMs()).as("too short for the scheduler's ticks").isNull();
    }

    @Test
    void aReadingOfTheSameMomentServesThePhaseInsideToo() {
        session.clock.schedule(cpuMs, waitMs);
        session.inside(0, () -> session.inside(1, () -> pass(30, 10, 20)));

        assertThat(end("inner").cpuWaitMs()).isEqualTo(20);
        assertThat(end("p").cpuWaitMs()).isEqualTo(20);
        assertThat(session.clock.scheduleReadings()).isEqualTo(2);
    }

    @Test
    void whatIsStillOpenIsUnknown() {
        session.clock.schedule(cpuMs, waitMs);
        session.enter(Site.ofRule(0));
        pass(30, 20, 10);

        assertThat(end("p").cpuWaitMs()).isNull();
    }

    @Test
    void whereTheKernelDoesNotTellItIsAskedOnce() {
        session.inside(0, () -> session.clock.advanceMillis(30));
        session.inside(0, () -> session.clock.advanceMillis(30));

        assertThat(end("p").cpuWaitMs()).isNull();
        assertThat(session.clock.scheduleReadings()).isEqualTo(1);
    }

    private void pass(long ms, double ofItOnACpu, double ofItWaitingForOne) {
        session.clock.advanceMillis(ms);
        cpuMs += ofItOnACpu;
        waitMs += ofItWaitingForOne;
        session.clock.schedule(cpuMs, waitMs);
    }

    private Phase end(String name) {
        return session.end().duration().phases().stream()
                .filter(phase -> phase.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
