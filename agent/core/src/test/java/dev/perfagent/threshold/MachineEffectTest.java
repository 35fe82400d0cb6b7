package dev.perfagent.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MachineEffectTest {
    private static final int WAITING = 0;
    private static final int JVM = 1;
    private static final int GAUGE = 2;
    private static final double[] AS_USUAL = {0, 0, 0};

    private final Random random = new Random(20_261_130);

    @Test
    void isFoundInTheRunsThemselves() {
        double[][] signs = signs(50);
        double[] ms = times(signs, 0.08, 0.2, 0.4);

        MachineEffect effect = MachineEffect.of(ms, signs, 0);

        assertThat(slowdown(effect, WAITING, 0.6)).isCloseTo(Math.exp(0.08 * 0.6), within(0.02));
        assertThat(slowdown(effect, JVM, 0.2)).isCloseTo(Math.exp(0.2 * 0.2), within(0.02));
        assertThat(slowdown(effect, GAUGE, 0.2)).isCloseTo(Math.exp(0.4 * 0.2), within(0.02));
        assertThat(slowdown(effect, GAUGE, -0.2)).isCloseTo(Math.exp(-0.4 * 0.2), within(0.02));
    }

    @Test
    void isNoneWhereTheMachineWasTheSameInAllRuns() {
        double[][] signs = new double[20][MachineEffect.SIGNS];
        double[] ms = times(signs, 0, 0, 0);

        MachineEffect effect = MachineEffect.of(ms, signs, 0);

        assertThat(effect.slowdown(AS_USUAL)).isEqualTo(1);
        assertThat(slowdown(effect, GAUGE, 0.05)).isEqualTo(1);
    }

    @Test
    void isNotKnownOfAMachineThatWasNeverSeen() {
        double[][] signs = signs(50);

        MachineEffect effect = MachineEffect.of(times(signs, 0.1, 0.3, 0.5), signs, 0);

        assertThat(slowdown(effect, GAUGE, 0.3)).isGreaterThan(1.05);
        assertThat(effect.slowdown(new double[] {0, 0, 0.8})).isEqualTo(1);
        assertThat(effect.slowdown(new double[] {0, -0.8, 0})).isEqualTo(1);
    }

    @Test
    void isHardlyBelievedAfterFewRuns() {
        double[][] signs = signs(5);
        double[] ms = times(signs, 0, 0.5, 0);

        double believed = Math.log(slowdown(MachineEffect.of(ms, signs, 0), JVM, signs[0][JVM])) / signs[0][JVM];

        assertThat(believed).isBetween(-0.1, 0.4);
    }

    @Test
    void doesNotComeFromOneOddRun() {
        double[][] signs = signs(30);
        double[] ms = times(signs, 0, 0, 0.4);
        double without = slowdown(MachineEffect.of(ms, signs, 0), GAUGE, 0.2);
        ms[7] *= 4;

        assertThat(slowdown(MachineEffect.of(ms, signs, 0), GAUGE, 0.2)).isCloseTo(without, within(0.03));
    }

    @Test
    void isThatOfTheRunsFromAnIndexOn() {
        double[][] signs = signs(40);
        double[] ms = times(signs, 0, 0, 0.4);
        double[] withOthers = new double[49];
        double[][] signsOfOthers = signs(49);
        System.arraycopy(ms, 0, withOthers, 9, 40);
        System.arraycopy(signs, 0, signsOfOthers, 9, 40);

        assertThat(slowdown(MachineEffect.of(withOthers, signsOfOthers, 9), GAUGE, 0.2))
                .isEqualTo(slowdown(MachineEffect.of(ms, signs, 0), GAUGE, 0.2));
    }

    private static double slowdown(MachineEffect effect, int sign, double value) {
        double[] signs = AS_USUAL.clone();
        signs[sign] = value;
        return effect.slowdown(signs) / effect.slowdown(AS_USUAL);
    }

    /** Waiting for 0 to 1.5 times as long as the command had a CPU, and the other two up to a third off. */
    private double[][] signs(int runs) {
        double[][] signs = new double[runs][];
        for (int i = 0; i < runs; i++) {
            signs[i] = new double[] {
                0.9 * random.nextDouble(), 0.6 * random.nextDouble() - 0.3, 0.6 * random.nextDouble() - 0.3
            };
        }
        return signs;
    }

    /** Half a second, 2 % up and down by chance, and the effects of the signs. */
    private double[] times(double[][] signs, double... effects) {
        double[] ms = new double[signs.length];
        for (int run = 0; run < ms.length; run++) {
            double log = Math.log(500) + 0.02 * random.nextGaussian();
            for (int i = 0; i < effects.length; i++) {
                log += effects[i] * signs[run][i];
            }
            ms[run] = Math.exp(log);
        }
        return ms;
    }
}
