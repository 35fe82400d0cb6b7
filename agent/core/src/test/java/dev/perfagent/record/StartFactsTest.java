package dev.perfagent.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.machine.ThreadSchedule;
import dev.perfagent.run.Contention;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class StartFactsTest {
    private static final long MILLION = 1_000_000;

    private final FakeClock clock = new FakeClock();

    @Test
    void theStartOfTheJvmIsReadFromTheWallWhereTheKernelAgrees() {
        assertThat(facts(60.0).msSince(clock.millis() - 43)).isEqualTo(43.0);
    }

    @Test
    void aClockThatWasSetIsNotBelieved() {
        assertThat(facts(60.0).msSince(clock.millis() + 7_200_000)).isEqualTo(60.0);
        assertThat(facts(60.0).msSince(clock.millis() - 7_200_000)).isEqualTo(60.0);
    }

    @Test
    void whereNothingCanBeCheckedNonsenseIsUnknown() {
        assertThat(facts(null).msSince(clock.millis() - 43)).isEqualTo(43.0);
        assertThat(facts(null).msSince(clock.millis() + 43)).isNull();
        assertThat(facts(null).msSince(clock.millis() - 7_200_000)).isNull();
    }

    @Test
    void theGaugeIsTheStartOfTheJvmInAShortRunAndElseTheAgentsOwnWork() {
        StartFacts facts = warm();
        facts.gauged(new ThreadSchedule(30, 5));

        Contention shortRun = facts.gauge(Contention.UNKNOWN, 0, 100 * MILLION, 120);
        Contention longer = facts.gauge(Contention.UNKNOWN, 0, 300 * MILLION, 120);

        assertThat(shortRun.gaugeMs()).isEqualTo(120);
        assertThat(shortRun.gaugeId()).isEqualTo("id-start");
        assertThat(longer.gaugeMs()).isEqualTo(30);
        assertThat(longer.gaugeId()).isEqualTo("id");
        assertThat(facts.gauge(Contention.UNKNOWN, 0, 100 * MILLION, Double.NaN))
                .isEqualTo(Contention.UNKNOWN);
    }

    @Test
    void aSlowMainClassIsNotTheStartOfTheJvm() {
        StartFacts facts = warm();
        facts.mainClassInitialised(1 * MILLION);
        assertThat(facts.gauge(Contention.UNKNOWN, 0, 100 * MILLION, 120).gaugeMs())
                .isEqualTo(120);

        facts.mainClassInitialised(6 * MILLION);
        assertThat(facts.gauge(Contention.UNKNOWN, 0, 100 * MILLION, 120)).isEqualTo(Contention.UNKNOWN);
    }

    @Test
    void aColdRunOrAnAttachedOneHasNoGauge() {
        assertThat(facts(60.0).gauge(Contention.UNKNOWN, 0, 100 * MILLION, 120)).isEqualTo(Contention.UNKNOWN);

        StartFacts attached = warm();
        attached.attached();
        assertThat(attached.gauge(Contention.UNKNOWN, 0, 100 * MILLION, 120)).isEqualTo(Contention.UNKNOWN);

        StartFacts woven = warm();
        woven.woven(1);
        assertThat(woven.gauge(Contention.UNKNOWN, 0, 100 * MILLION, 120)).isEqualTo(Contention.UNKNOWN);
    }

    private StartFacts warm() {
        StartFacts facts = facts(60.0);
        facts.planFound("id");
        return facts;
    }

    private StartFacts facts(@Nullable Double processAgeMs) {
        return new StartFacts("test", Map.of(), clock, processAgeMs);
    }
}
