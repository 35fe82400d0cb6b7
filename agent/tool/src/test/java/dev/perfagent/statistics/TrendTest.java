package dev.perfagent.statistics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TrendTest {
    /** Computed with SciPy: Kendall's S is 53, one tie; {@code theilslopes} gives 0.26125. */
    @Test
    void asComputedElsewhere() {
        Trend trend = Trend.of(10.0, 10.4, 9.9, 10.8, 11.2, 10.9, 11.6, 11.5, 12.3, 12.1, 12.1, 12.9);

        assertThat(trend.direction()).isEqualTo(Trend.Direction.DEGRADING);
        assertThat(requireNonNull(trend.pValue())).isCloseTo(0.0003513195861587747, within(1e-9));
        double rise = 0.26125 * 11;
        assertThat(requireNonNull(trend.change())).isCloseTo(rise / (11.35 - rise / 2), within(1e-9));
    }

    /** Computed with SciPy: S -1387, slope -2.6 a year. */
    @Test
    void theNileFalls() {
        Trend trend = Trend.of(ChangePointsTest.NILE);

        assertThat(trend.direction()).isEqualTo(Trend.Direction.IMPROVING);
        assertThat(requireNonNull(trend.pValue())).isCloseTo(3.658262921664327e-05, within(1e-9));
    }

    @Test
    void manyValuesThatAreAlikeAreStable() {
        int stable = 0;
        for (int seed = 0; seed < 500; seed++) {
            Trend trend = Trend.of(Noise.logNormal(0.05).draw(new SplittableRandom(seed), 60));
            stable += trend.direction() == Trend.Direction.STABLE ? 1 : 0;
        }
        assertThat(stable).isGreaterThan(480);
    }

    /** 30 % more over 12 values of much noise, or nothing: either way these values cannot show it. */
    @Test
    void tooLittleEvidenceIsNotStability() {
        for (double growth : new double[] {0, 0.3}) {
            int stable = 0;
            int trends = 0;
            for (int seed = 0; seed < 500; seed++) {
                double[] values = Noise.logNormal(0.2).draw(new SplittableRandom(seed), 12);
                for (int i = 0; i < values.length; i++) {
                    values[i] *= 1 + growth * i / 11;
                }
                Trend.Direction direction = Trend.of(values).direction();
                stable += direction == Trend.Direction.STABLE ? 1 : 0;
                trends += direction == Trend.Direction.NO_TREND_SHOWN ? 0 : 1;
            }
            assertThat(stable).as("stable at growth " + growth).isLessThan(10);
            assertThat(trends).as("trends at growth " + growth).isLessThan(growth == 0 ? 20 : 150);
        }
    }

    /** A third more, and p is 0.05: that was called stable. */
    @Test
    void aThirdMoreIsNeverStable() {
        Trend trend = Trend.of(100, 130, 95, 140, 110, 90, 150, 120, 105, 145, 125, 160);

        assertThat(requireNonNull(trend.pValue())).isBetween(0.01, 0.2);
        assertThat(requireNonNull(trend.change())).isGreaterThan(0.2);
        assertThat(trend.direction()).isEqualTo(Trend.Direction.NO_TREND_SHOWN);
        assertThat(trend.direction().text()).isEqualTo("no trend shown");
        assertThat(trend.direction().key()).isEqualTo("no_trend_shown");
    }

    /** The line through these begins, or ends, below 0: there is a trend, and nothing to be a part of. */
    @Test
    void aLineThatLeavesTheNumbersAboveZeroHasADirectionAndNoChange() {
        double[] rising = {0, 0, 0, 0, 0, 0, 0, 50, 100, 150, 200, 250, 300, 350, 400, 450};
        double[] falling = rising.clone();
        for (int i = 0; i < falling.length; i++) {
            falling[i] = rising[rising.length - 1 - i];
        }

        assertThat(Trend.of(rising).direction()).isEqualTo(Trend.Direction.DEGRADING);
        assertThat(Trend.of(rising).change()).isNull();
        assertThat(Trend.of(falling).direction()).isEqualTo(Trend.Direction.IMPROVING);
        assertThat(Trend.of(falling).change()).isNull();
    }

    @Test
    void hugeAndTinyValuesHaveFiniteFigures() {
        for (double scale : new double[] {Double.MIN_VALUE, 1e-300, 1e-6, 1e6, 1e300}) {
            double[] values = new double[20];
            Arrays.setAll(values, i -> scale * (1 + i % 7 + i));
            Double change = Trend.of(values).change();
            assertThat(change == null || Double.isFinite(change))
                    .as("%s: %s", scale, change)
                    .isTrue();
        }
    }

    @Test
    void aSlowDriftIsFound() {
        double[] values = Noise.logNormal(0.1).draw(new SplittableRandom(1), 2500);
        for (int i = 0; i < values.length; i++) {
            values[i] *= 1 + i / 5000.0;
        }
        Trend trend = Trend.of(values);

        assertThat(trend.direction()).isEqualTo(Trend.Direction.DEGRADING);
        assertThat(trend.size()).isEqualTo(Trend.MOST);
        assertThat(requireNonNull(trend.change())).isCloseTo(0.2 / 1.3, within(0.04));
    }

    @Test
    void littleIsSaidOfLittle() {
        assertThat(Trend.of(1, 2, 3)).isEqualTo(new Trend(Trend.Direction.UNKNOWN, null, null, 3));
        assertThat(Trend.of(new double[20]).direction()).isEqualTo(Trend.Direction.STABLE);
        double[] same = new double[20];
        Arrays.fill(same, 3);
        assertThat(Trend.of(same).direction()).isEqualTo(Trend.Direction.STABLE);
        double[] sureButSmall = new double[30];
        Arrays.setAll(sureButSmall, i -> 100 + 0.1 * i);
        assertThat(Trend.of(sureButSmall).direction()).isEqualTo(Trend.Direction.STABLE);
    }
}
