package dev.perfagent.statistics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CorrelationTest {
    /** Wikipedia, "Spearman's rank correlation coefficient", example: -29/165, p 0.627188. */
    @Test
    void asPublished() {
        Correlation found = of(
                new double[] {106, 100, 86, 101, 99, 103, 97, 113, 112, 110},
                new double[] {7, 27, 2, 50, 28, 29, 20, 12, 6, 17});

        assertThat(found.rho()).isCloseTo(-29 / 165.0, within(1e-12));
        assertThat(found.pValue()).isCloseTo(0.627188, within(1e-6));
    }

    /** SciPy 1.17: {@code spearmanr}. */
    @Test
    void withTies() {
        Correlation found = of(
                new double[] {1, 2, 2, 3, 4, 5, 5, 6, 8, 9, 9, 12},
                new double[] {2, 1, 3, 3, 6, 4, 7, 7, 9, 8, 10, 11});

        assertThat(found.rho()).isCloseTo(0.9559097759340431, within(1e-12));
        assertThat(found.pValue()).isCloseTo(1.2183663127266573e-06, within(1e-12));
        assertThat(found.size()).isEqualTo(12);
    }

    @Test
    void aBentRelationIsAsGoodAsAStraightOne() {
        double[] tasks = IntStream.rangeClosed(1, 20).asDoubleStream().toArray();
        double[] ms = IntStream.rangeClosed(1, 20).mapToDouble(Math::exp).toArray();

        assertThat(of(tasks, ms)).isEqualTo(new Correlation(1, 0, 20));
    }

    @Test
    void unrelatedNumbersAreFoundRelatedAsOftenAsAllowed() {
        SplittableRandom random = new SplittableRandom(2);
        int found = 0;
        for (int i = 0; i < 2000; i++) {
            found += of(random.doubles(15).toArray(), random.doubles(15).toArray())
                                    .pValue()
                            < 0.05
                    ? 1
                    : 0;
        }
        assertThat(found).isBetween(60, 140);
    }

    @Test
    void whatSaysNothing() {
        assertThat(Correlation.of(new double[9], new double[9])).isNull();
        assertThat(Correlation.of(
                        new double[12], new SplittableRandom(1).doubles(12).toArray()))
                .isNull();
        assertThatThrownBy(() -> Correlation.of(new double[1], new double[2]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Correlation of(double[] first, double[] second) {
        return requireNonNull(Correlation.of(first, second));
    }
}
