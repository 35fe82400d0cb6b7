package dev.perfagent.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class PairedRatioTest {
    /** R: {@code wilcox.test(x, conf.int = TRUE)} on ten values has V between 9 and 46, so the ninth mean from each end. */
    @Test
    void theIntervalEndsWhereTablesSay() {
        assertThat(SignedRank.outside(10, 0.05)).isEqualTo(9);
        assertThat(SignedRank.outside(20, 0.05)).isEqualTo(53);
        assertThat(SignedRank.outside(5, 0.05)).isZero();
        assertThat(SignedRank.outside(6, 0.05)).isEqualTo(1);
        assertThat(SignedRank.outside(12, 0.0005)).isEqualTo(1);
    }

    @Test
    void theApproximationGoesOnWhereTheExactOneEnds() {
        int exact = SignedRank.outside(SignedRank.MOST_EXACT, 0.01);
        int next = SignedRank.outside(SignedRank.MOST_EXACT + 1, 0.01);

        assertThat(next).isBetween(exact + 50, exact + 110);
    }

    @Test
    void whatBothOfAPairShareCancelsOut() {
        double[] fast = {10, 200, 30, 4000, 50, 60, 7, 80, 90, 100};
        double[] slow = new double[fast.length];
        for (int i = 0; i < fast.length; i++) {
            slow[i] = fast[i] * (i % 2 == 0 ? 1.21 : 1.19);
        }

        PairedRatio ratio = Objects.requireNonNull(PairedRatio.of(slow, fast, 0.01));

        assertThat(ratio.value()).isCloseTo(1.2, within(0.001));
        assertThat(ratio.isAbove()).isTrue();
        assertThat(ratio.low()).isBetween(1.189, 1.2);
        assertThat(ratio.inverse().isBelow()).isTrue();
        assertThat(ratio.inverse().value()).isCloseTo(1 / 1.2, within(0.001));
    }

    @Test
    void withTooFewPairsTheIntervalHasNoEnds() {
        PairedRatio ratio = Objects.requireNonNull(PairedRatio.of(new double[] {2, 2}, new double[] {1, 1}, 0.05));

        assertThat(ratio.value()).isCloseTo(2, within(1e-9));
        assertThat(ratio.isAbove()).isFalse();
        assertThat(ratio.reach()).isInfinite();
        assertThat(PairedRatio.of(new double[0], new double[0], 0.05)).isNull();
        assertThat(PairedRatio.of(new double[] {1}, new double[] {0}, 0.05)).isNull();
    }

    @Test
    void theMedianHasAnIntervalOfMeasuredValues() {
        MedianInterval interval = MedianInterval.of(Sample.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 0.05);

        assertThat(interval).isEqualTo(new MedianInterval(5.5, 2, 9));
        assertThat(MedianInterval.of(Sample.of(1, 2, 3), 0.05).high()).isInfinite();
    }
}
