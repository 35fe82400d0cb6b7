package dev.perfagent.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.statistics.descriptive.DoubleStatistics;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Statistic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The statistics, compared with those of Apache Commons Statistics. */
final class StatisticsTest {
    private static final double NANOS_PER_MS = 1e6;
    private static final double RELATIVE = 1e-12;
    private static final int MOST_VALUES = 200;

    @Test
    void thoseOfNoValuesAreUnknown() {
        Statistics none = Statistics.of();

        assertThat(none.count()).isZero();
        assertThat(none.sum()).isZero();
        assertThat(new double[] {
                    none.min(),
                    none.max(),
                    none.avg(),
                    none.p50(),
                    none.p90(),
                    none.p95(),
                    none.p99(),
                    none.standardDeviation()
                })
                .containsOnly(Double.NaN);
    }

    @Test
    void thoseOfOneValueAreThatValue() {
        assertThat(Statistics.of(2_500_000L)).isEqualTo(new Statistics(1, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 0));
    }

    @Test
    void percentilesAreValuesThatWereMeasured() {
        long[] hundred = new long[100];
        Arrays.setAll(hundred, i -> (100 - i) * 1_000_000L);
        Statistics of = Statistics.of(hundred);

        assertThat(new double[] {of.p50(), of.p90(), of.p95(), of.p99()}).containsExactly(50, 90, 95, 99);
        assertThat(hundred[0]).as("the given values stay as they are").isEqualTo(100_000_000L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theyAreThoseOfApacheCommonsForEachSize(long seed) {
        Random random = new Random(seed);
        Quantile nearestRank = Quantile.withDefaults().with(Quantile.EstimationMethod.HF1);
        for (int size = 1; size <= MOST_VALUES; size++) {
            long[] nanos = random.longs(size, 0, 5_000_000_000L).toArray();
            double[] ms = Arrays.stream(nanos)
                    .mapToDouble(value -> value / NANOS_PER_MS)
                    .toArray();
            Statistics of = Statistics.of(nanos);
            DoubleStatistics theirs = DoubleStatistics.of(
                    java.util.EnumSet.of(
                            Statistic.MIN, Statistic.MAX, Statistic.MEAN, Statistic.SUM, Statistic.STANDARD_DEVIATION),
                    ms);

            assertThat(of.count()).isEqualTo(theirs.getCount());
            assertThat(of.min()).isEqualTo(theirs.getAsDouble(Statistic.MIN));
            assertThat(of.max()).isEqualTo(theirs.getAsDouble(Statistic.MAX));
            assertNear(of.avg(), theirs.getAsDouble(Statistic.MEAN));
            assertNear(of.sum(), theirs.getAsDouble(Statistic.SUM));
            assertNear(of.standardDeviation(), theirs.getAsDouble(Statistic.STANDARD_DEVIATION));
            assertThat(new double[] {of.p50(), of.p90(), of.p95(), of.p99()})
                    .as("percentiles of %s values", size)
                    .containsExactly(nearestRank.evaluate(ms, 0.5, 0.9, 0.95, 0.99));
        }
    }

    private static void assertNear(double ours, double theirs) {
        assertThat(ours).isCloseTo(theirs, within(Math.abs(theirs) * RELATIVE));
    }
}
