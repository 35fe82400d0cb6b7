package dev.perfagent.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleTest {
    /** The five values and ranks of Wikipedia, "Percentile", section "The nearest-rank method" (example 1). */
    @ParameterizedTest
    @CsvSource({"0.05, 15", "0.30, 20", "0.40, 20", "0.50, 35", "1.00, 50"})
    void nearestRankAsPublished(double part, double expected) {
        assertThat(Sample.of(35, 20, 15, 50, 40).quantile(part)).isEqualTo(expected);
    }

    @Test
    void aPartIsTakenOutAsOftenAsItIsThere() {
        Sample all = Sample.of(3, 1, 2, 2, 5, 2);

        assertThat(all.without(Sample.of(2, 5, 2)).values()).containsExactly(1, 2, 3);
        assertThat(all.without(Sample.of()).values()).containsExactly(1, 2, 2, 2, 3, 5);
        assertThat(all.without(all).isEmpty()).isTrue();
    }

    @Test
    void aQuantileIsTheSmallestValueThatEnoughDoNotExceed() {
        for (int n = 1; n <= 200; n++) {
            Sample sample = upTo(n);
            for (int percent = 1; percent <= 100; percent++) {
                // Value k of 1..n is at least k/n of them; in whole numbers, so that no rounding is involved.
                int smallest = 1;
                while (100 * smallest < percent * n) {
                    smallest++;
                }
                assertThat(sample.quantile(percent / 100.0)).isEqualTo(smallest);
            }
        }
    }

    @Test
    void fewValuesMakeAnEstimateAndNoP99() {
        assertThat(upTo(58).p95()).isEqualTo(new Quantile(56, true));
        assertThat(upTo(59).p95()).isEqualTo(new Quantile(57, false));
        assertThat(upTo(99).p99()).isNull();
        assertThat(upTo(100).p99()).isEqualTo(new Quantile(99, false));
    }

    @Test
    void middleAndSpread() {
        assertThat(Sample.of(3, 1, 2).median()).isEqualTo(2);
        assertThat(Sample.of(4, 1, 2, 3).median()).isEqualTo(2.5);
        // Wikipedia, "Median absolute deviation": (1, 1, 2, 2, 4, 6, 9) has median 2 and deviation 1.
        Sample published = Sample.of(1, 1, 2, 2, 4, 6, 9);
        assertThat(published.medianAbsoluteDeviation()).isEqualTo(1);
        assertThat(published.spread()).isEqualTo(0.5);
        assertThat(published.mean()).isCloseTo(25.0 / 7, within(1e-12));
        assertThat(published.min()).isEqualTo(1);
        assertThat(published.max()).isEqualTo(9);
        assertThat(Sample.of(0, 0, 0).spread()).isNull();
    }

    @Test
    void itIsNobodyElses() {
        double[] values = {2, 1};
        Sample sample = Sample.of(values);
        values[0] = 9;
        sample.values()[0] = 9;

        assertThat(sample.values()).containsExactly(1, 2);
        assertThat(Sample.of(List.of(2.0, 1.0)).values()).containsExactly(1, 2);
    }

    @Test
    void whatIsNoValueIsRefused() {
        assertThatThrownBy(() -> Sample.of(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sample.of(Double.POSITIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sample.of(1).quantile(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sample.of().median()).isInstanceOf(IllegalStateException.class);
        assertThat(Sample.of().isEmpty()).isTrue();
    }

    private static Sample upTo(int n) {
        return Sample.of(IntStream.rangeClosed(1, n).asDoubleStream().toArray());
    }
}
