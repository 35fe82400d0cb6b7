package dev.perfagent.statistics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioTest {
    /** The example of {@code ci.ratio.median2} in the R package statpsych, of the method's author. */
    @Test
    void asBonettPublishes() {
        Ratio ratio = ratio(
                Sample.of(36, 44, 47, 42, 49, 39, 46, 31, 33, 48),
                Sample.of(32, 39, 26, 35, 43, 27, 40, 37, 34, 29, 49, 42, 40));

        assertThat(ratio.value()).isCloseTo(1.162162, within(1e-6));
        assertThat(ratio.low()).isCloseTo(0.927667, within(1e-6));
        assertThat(ratio.high()).isCloseTo(1.455933, within(1e-6));
    }

    /** Computed with NumPy and SciPy from the formula in the paper. */
    @Test
    void asComputedElsewhere() {
        Ratio ratio = ratio(
                Sample.of(2301, 2340, 2290, 2410, 2600, 2333, 2299, 2302),
                Sample.of(1800, 1750, 1910, 1822, 1788, 2400));

        assertThat(ratio.value()).isCloseTo(1.2796797349530646, within(1e-12));
        assertThat(ratio.low()).isCloseTo(1.1001883109727553, within(1e-9));
        assertThat(ratio.high()).isCloseTo(1.4884544833980684, within(1e-9));
    }

    /** How often the interval holds the truth; the figures are in the decision record. */
    @ParameterizedTest
    @CsvSource({"6, 6", "10, 10", "20, 6", "30, 30", "200, 10"})
    void theIntervalHoldsTheTruthAsOftenAsItSays(int baseline, int current) {
        assertThat(coverage(Noise.logNormal(0.05), baseline, current)).isBetween(0.93, 0.995);
        assertThat(coverage(Noise.logNormal(0.2), baseline, current)).isBetween(0.93, 0.995);
        assertThat(coverage(Noise.spikes(), baseline, current)).isBetween(0.93, 0.995);
    }

    @Test
    void withoutPositiveValuesThereIsNone() {
        assertThat(Ratio.of(Sample.of(1, 2), Sample.of(1, 2, 3))).isNull();
        assertThat(Ratio.of(Sample.of(0, 2, 3), Sample.of(1, 2, 3))).isNull();
        assertThat(ratio(Sample.of(2, 2, 2), Sample.of(1, 1, 1)).high()).isEqualTo(2);
    }

    private static double coverage(Noise noise, int baseline, int current) {
        SplittableRandom random = new SplittableRandom(3);
        int rounds = 2000;
        int held = 0;
        for (int i = 0; i < rounds; i++) {
            double[] slower =
                    Arrays.stream(noise.draw(random, current)).map(v -> 1.3 * v).toArray();
            Ratio ratio = ratio(Sample.of(slower), Sample.of(noise.draw(random, baseline)));
            held += ratio.low() <= 1.3 && 1.3 <= ratio.high() ? 1 : 0;
        }
        return (double) held / rounds;
    }

    private static Ratio ratio(Sample first, Sample second) {
        return requireNonNull(Ratio.of(first, second));
    }
}
