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
    void withoutATrendItIsStable() {
        int stable = 0;
        for (int seed = 0; seed < 500; seed++) {
            Trend trend = Trend.of(Noise.logNormal(0.2).draw(new SplittableRandom(seed), 40));
            stable += trend.direction() == Trend.Direction.STABLE ? 1 : 0;
        }
        assertThat(stable).isGreaterThan(490);
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
