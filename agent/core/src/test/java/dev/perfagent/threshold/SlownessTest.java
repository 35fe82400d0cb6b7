package dev.perfagent.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SlownessTest {
    private static final double TWICE = Math.log(2);

    @Test
    void whatTheLooksAndTheJvmAgreeOnHasNoLimit() {
        assertThat(Slowness.of(3 * TWICE, Double.NaN, 3 * TWICE, false)).isEqualTo(3 * TWICE);
    }

    @Test
    void whatOnlyTheLooksShowCountsByHalf() {
        assertThat(Slowness.of(0, Double.NaN, 0.2, false)).isCloseTo(0.1, within(1e-9));
        assertThat(Slowness.of(0, Double.NaN, -0.2, false)).isCloseTo(-0.1, within(1e-9));
    }

    @Test
    void whatOnlyTheLooksShowHasALimit() {
        assertThat(Slowness.of(0, Double.NaN, 3 * TWICE, false)).isEqualTo(0.25);
        assertThat(Slowness.of(0, Double.NaN, -3 * TWICE, false)).isEqualTo(-0.25);
    }

    @Test
    void besideTheLooksTheGaugeCountsForThreeTenths() {
        assertThat(Slowness.ofOwnWork(1, 0)).isCloseTo(0.3, within(1e-9));
        assertThat(Slowness.ofOwnWork(0, 1)).isCloseTo(0.7, within(1e-9));
        assertThat(Slowness.ofOwnWork(1, Double.NaN)).isEqualTo(1);
        assertThat(Slowness.ofOwnWork(Double.NaN, 1)).isEqualTo(1);
        assertThat(Slowness.ofOwnWork(Double.NaN, Double.NaN)).isNaN();
    }

    /** There the gauge is the start of the JVM, to which the tool adds nothing. */
    @Test
    void inAShortRunNearlyAllOfTheGaugeCounts() {
        for (boolean forMean : new boolean[] {true, false}) {
            assertThat(Slowness.of(Double.NaN, 0.2, Double.NaN, forMean)).isCloseTo(0.18, within(1e-9));
            assertThat(Slowness.of(Double.NaN, -0.2, Double.NaN, forMean)).isCloseTo(-0.18, within(1e-9));
            assertThat(Slowness.of(Double.NaN, 3 * TWICE, Double.NaN, forMean)).isEqualTo(0.7);
        }
    }

    @Test
    void whatOnlyTheJvmOrTheGaugeShowsCountsLittle() {
        assertThat(Slowness.of(3 * TWICE, 0, Double.NaN, false)).isLessThanOrEqualTo(0.1);
        assertThat(Slowness.of(3 * TWICE, 0, 0, false)).isLessThanOrEqualTo(0.1);
        assertThat(Slowness.of(0, 3 * TWICE, Double.NaN, false)).isLessThanOrEqualTo(0.1);
    }
}
