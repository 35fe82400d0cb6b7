package dev.perfagent.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SlownessTest {
    private static final double TWICE = Math.log(2);

    @Test
    void whatTheLooksAndTheJvmAgreeOnHasNoLimit() {
        assertThat(Slowness.of(3 * TWICE, Double.NaN, 3 * TWICE, false)).isGreaterThan(2.5 * TWICE);
    }

    @Test
    void whatOnlyTheLooksShowCountsNearlyInFull() {
        assertThat(Slowness.of(0, Double.NaN, 0.2, false)).isCloseTo(0.16, within(1e-9));
        assertThat(Slowness.of(0, Double.NaN, -0.2, false)).isCloseTo(-0.16, within(1e-9));
    }

    @Test
    void whatOnlyTheLooksShowHasALimit() {
        assertThat(Slowness.of(0, Double.NaN, 3 * TWICE, false)).isEqualTo(0.25);
        assertThat(Slowness.of(0, Double.NaN, -3 * TWICE, false)).isEqualTo(-0.25);
    }

    @Test
    void whatOnlyTheJvmOrTheGaugeShowsCountsLittle() {
        assertThat(Slowness.of(3 * TWICE, 0, Double.NaN, false)).isLessThanOrEqualTo(0.1);
        assertThat(Slowness.of(0, 3 * TWICE, Double.NaN, false)).isLessThanOrEqualTo(0.1);
    }
}
