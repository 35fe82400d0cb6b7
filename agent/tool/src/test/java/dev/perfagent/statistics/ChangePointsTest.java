package dev.perfagent.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChangePointsTest {
    /** Flow of the Nile at Aswan, 1871–1970; it fell when the dam was built, from 1899 on: Cobb, Biometrika 65 (1978). */
    static final double[] NILE = {
        1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140,
        1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969,
        831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865,
        845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050,
        918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740
    };

    @Test
    void theDamOfAswan() {
        List<ChangePoint> found = ChangePoints.of(NILE);

        assertThat(found).extracting(ChangePoint::index).containsExactly(28);
        assertThat(found.get(0).change()).isCloseTo(-0.25, within(0.01));
        assertThat(found.get(0).before().size()).isEqualTo(28);
    }

    /** All distances, added up as the formula says. */
    @Test
    void theStatisticIsThatOfTheFormula() {
        double[] values =
                new SplittableRandom(8).doubles(25).map(v -> Math.rint(v * 20)).toArray();
        Energy.Split best = new Energy(values, 4).best(3, 22);

        double greatest = 0;
        int at = -1;
        for (int split = 7; split <= 18; split++) {
            double[] left = Arrays.copyOfRange(values, 3, split);
            double[] right = Arrays.copyOfRange(values, split, 22);
            double energy = 2 * meanDistance(left, right) - meanDistance(left, left) - meanDistance(right, right);
            double statistic = energy * left.length * right.length / (left.length + right.length);
            if (statistic > greatest) {
                greatest = statistic;
                at = split;
            }
        }
        assertThat(best.statistic()).isCloseTo(greatest, within(1e-9));
        assertThat(best.index()).isEqualTo(at);
    }

    @Test
    void aRegressionAndItsMendingAreBothFound() {
        double[] values = noise(Noise.logNormal(0.1), 300, 1);
        for (int i = 140; i < 170; i++) {
            values[i] *= 1.3;
        }

        List<ChangePoint> found = ChangePoints.of(values);

        assertThat(found).hasSize(2);
        assertThat(found.get(0).index()).isBetween(138, 142);
        assertThat(found.get(1).index()).isBetween(168, 172);
        assertThat(found.get(0).change()).isCloseTo(0.3, within(0.07));
    }

    @Test
    void nothingChangedHasHardlyEverAChangePoint() {
        int found = 0;
        for (int seed = 0; seed < 300; seed++) {
            found += ChangePoints.of(noise(seed % 2 == 0 ? Noise.logNormal(0.2) : Noise.spikes(), 60, seed))
                            .isEmpty()
                    ? 0
                    : 1;
        }
        assertThat(found).isLessThanOrEqualTo(7);
    }

    @Test
    void thousandsOfValuesTakeNoMinutes() {
        double[] values = noise(Noise.logNormal(0.1), 5000, 2);
        for (int i = 3500; i < 5000; i++) {
            int step = (i - 3000) / 500;
            values[i] *= 1 + 0.4 * step;
        }

        long begin = System.nanoTime();
        List<ChangePoint> found = ChangePoints.of(values);

        assertThat(found).extracting(ChangePoint::index).contains(3500, 4000, 4500);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void shortAndFlatSeries() {
        assertThat(ChangePoints.of()).isEmpty();
        assertThat(ChangePoints.of(1, 2, 3)).isEmpty();
        assertThat(ChangePoints.of(new double[50])).isEmpty();
        double[] step = new double[40];
        Arrays.fill(step, 20, 40, 7);
        assertThat(ChangePoints.of(step)).extracting(ChangePoint::index).containsExactly(20);
    }

    private static double[] noise(Noise noise, int size, int seed) {
        return noise.draw(new SplittableRandom(seed), size);
    }

    private static double meanDistance(double[] a, double[] b) {
        double sum = 0;
        for (double x : a) {
            for (double y : b) {
                sum += Math.abs(x - y);
            }
        }
        return sum / a.length / b.length;
    }
}
