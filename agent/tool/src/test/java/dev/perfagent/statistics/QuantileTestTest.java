package dev.perfagent.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expected p-values were computed with the formula of the hypergeometric distribution, in Python's whole numbers. */
class QuantileTestTest {
    @Test
    void allSlowRunsInOneGroupAreNoChance() {
        assertThat(QuantileTest.pValue(steps(1000, 100, 0), steps(1000.5, 90, 10)))
                .isCloseTo(0.0015420521254357, within(1e-12));
    }

    @Test
    void sevenOfTenAre() {
        assertThat(QuantileTest.pValue(steps(1000, 100, 0), steps(1000.5, 93, 7)))
                .isCloseTo(0.3311291644043879, within(1e-12));
    }

    /** 15 of 240 runs take the same, long time, all in one group. */
    @Test
    void slowRunsThatTookEquallyLongCount() {
        double[] slow = steps(1000.5, 120, 0).values();
        Arrays.fill(slow, 105, 120, 5000);

        assertThat(QuantileTest.pValue(steps(1000, 120, 0), Sample.of(slow))).isLessThan(0.0001);
        Arrays.fill(slow, 1000);
        assertThat(QuantileTest.pValue(Sample.of(slow), Sample.of(slow))).isEqualTo(1);
    }

    @Test
    void groupsTooSmallCannotShowAnything() {
        assertThat(QuantileTest.leastPValue(60)).isCloseTo(0.027411633549740966, within(1e-12));
        assertThat(QuantileTest.leastPValue(80)).isCloseTo(0.00650158946182792, within(1e-12));
        assertThat(QuantileTest.pValue(Sample.of(1, 1, 1), Sample.of(1, 1))).isEqualTo(1);
    }

    /** Percent of 95 % intervals that hold the true ratio, 1.3; Python found 96 to 99 for these. */
    @Test
    void theIntervalHoldsTheTrueRatio() {
        for (int runs : new int[] {59, 120, 400}) {
            SplittableRandom random = new SplittableRandom(4);
            Noise noise = Noise.logNormal(0.2);
            int holds = 0;
            for (int round = 0; round < 1000; round++) {
                Sample before = Sample.of(noise.draw(random, runs));
                Sample after = Sample.of(IntStream.range(0, runs)
                        .mapToDouble(i -> 1.3 * noise.next(random))
                        .toArray());
                Ratio ratio = Ratio.of(after, before, Statistic.P95);
                holds += ratio != null && ratio.low() <= 1.3 && ratio.high() >= 1.3 ? 1 : 0;
            }
            assertThat(holds).as("with %d runs", runs).isGreaterThanOrEqualTo(940);
        }
    }

    private static Sample steps(double first, int usual, int slow) {
        return Sample.of(IntStream.range(0, usual + slow)
                .mapToDouble(i -> i < usual ? first + i : 5000 + i)
                .toArray());
    }
}
