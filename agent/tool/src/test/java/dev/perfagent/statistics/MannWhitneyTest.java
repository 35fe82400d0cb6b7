package dev.perfagent.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MannWhitneyTest {
    /** SciPy's documentation of {@code mannwhitneyu}: age at diagnosis of men and women; exact, two-sided. */
    @Test
    void asScipyPublishes() {
        double p = MannWhitney.pValue(Sample.of(19, 22, 16, 29, 24), Sample.of(20, 11, 17, 12));

        assertThat(p).isCloseTo(0.1111111111111111, within(1e-12));
    }

    /** Hollander and Wolfe (1973) 69 f., in R's documentation of {@code wilcox.test}: p 0.1272 one-sided, W 35. */
    @Test
    void asHollanderAndWolfePublish() {
        double p = MannWhitney.pValue(
                Sample.of(0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46),
                Sample.of(1.15, 0.88, 0.90, 0.74, 1.21));

        assertThat(p).isCloseTo(2 * 0.1272061272061272, within(1e-12));
    }

    /** SciPy 1.17: {@code mannwhitneyu(x, y, method='asymptotic')}. */
    @Test
    void tiesAreCorrectedFor() {
        double p = MannWhitney.pValue(
                Sample.of(3, 3, 4, 4, 4, 5, 6, 6, 7, 8, 9, 9), Sample.of(4, 5, 5, 6, 7, 7, 8, 9, 9, 9, 10, 11, 12));

        assertThat(p).isCloseTo(0.03468031192696153, within(1e-9));
    }

    /** Counts, of all ways to part the values in two, those that differ as much. */
    @Test
    void asCountingAllWaysGives() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 30; round++) {
            int first = 2 + random.nextInt(5);
            double[] all = random.doubles(first + 2 + random.nextInt(5)).toArray();
            double[] a = Arrays.copyOf(all, first);
            double[] b = Arrays.copyOfRange(all, first, all.length);

            assertThat(MannWhitney.pValue(Sample.of(a), Sample.of(b))).isCloseTo(counted(all, first), within(1e-12));
        }
    }

    @Test
    void theLeastThereCanBe() {
        assertThat(MannWhitney.leastPValue(6, 6)).isCloseTo(2 / 924.0, within(1e-15));
        assertThat(MannWhitney.leastPValue(5, 6))
                .isCloseTo(MannWhitney.pValue(Sample.of(1, 2, 3, 4, 5), Sample.of(6, 7, 8, 9, 10, 11)), within(1e-12));
    }

    @Test
    void valuesAllAlikeDoNotDiffer() {
        assertThat(MannWhitney.pValue(Sample.of(1, 1, 1), Sample.of(1, 1, 1))).isEqualTo(1);
        assertThatThrownBy(() -> MannWhitney.pValue(Sample.of(), Sample.of(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double counted(double[] all, int first) {
        double expected = first * (all.length - first) / 2.0;
        double seen = Math.abs(u(all, (1 << first) - 1) - expected);
        int ways = 0;
        int asFar = 0;
        for (int chosen = 0; chosen < 1 << all.length; chosen++) {
            if (Integer.bitCount(chosen) == first) {
                ways++;
                asFar += Math.abs(u(all, chosen) - expected) >= seen ? 1 : 0;
            }
        }
        return (double) asFar / ways;
    }

    private static double u(double[] all, int chosen) {
        double u = 0;
        for (int i = 0; i < all.length; i++) {
            for (int j = 0; j < all.length; j++) {
                boolean pair = (chosen >> i & 1) == 1 && (chosen >> j & 1) == 0;
                u += pair && all[i] > all[j] ? 1 : 0;
            }
        }
        return u;
    }
}
