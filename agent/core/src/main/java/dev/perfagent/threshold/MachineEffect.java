package dev.perfagent.threshold;

import java.util.Arrays;

/**
 * How the CPU time of one command followed the machine in its own earlier runs, beyond what {@link Slowness} takes out of any
 * command's: a linear regression of logarithms on the {@link #SIGNS} that a run has of how the machine was. With few runs, or on
 * a machine that was the same in all of them, it says that there is no effect (ridge regression, decision 198).
 */
final class MachineEffect {
    /** What there is to see of the machine: waiting for a CPU, the CPU time of the JVM's own threads, and the gauge. */
    static final int SIGNS = 3;

    /** How much evidence, as a sum of squared logarithms, the absence of an effect counts for. */
    private static final double[] DOUBT = {0.5, 0.2, 0.1};

    /** The largest effect that is believed: more would be the command's own doing. */
    private static final double[] MOST = {0.15, 0.7, 0.7};

    /** As a logarithm: where a sign is further from those of the earlier runs, nothing is known of its effect. */
    private static final double BEYOND = 0.1;

    /** Of Gauss and Seidel's method for the three equations. */
    private static final int PASSES = 8;

    private final double[] mean = new double[SIGNS];
    private final double[] least = new double[SIGNS];
    private final double[] most = new double[SIGNS];
    private final double[] slope = new double[SIGNS];

    private MachineEffect() {}

    /**
     * In the runs from that index on, {@link Spread#LEAST_CPU_RUNS} at least.
     *
     * @param ms CPU times
     * @param signs of each of these runs the {@link #SIGNS}, as logarithms
     */
    static MachineEffect of(double[] ms, double[][] signs, int from) {
        MachineEffect effect = new MachineEffect();
        Spread spread = Spread.of(ms, from);
        Arrays.fill(effect.least, Double.POSITIVE_INFINITY);
        Arrays.fill(effect.most, Double.NEGATIVE_INFINITY);
        int usual = 0;
        for (int run = from; run < ms.length; run++) {
            boolean isUsual = spread.isUsual(ms[run]);
            usual += isUsual ? 1 : 0;
            for (int i = 0; i < SIGNS; i++) {
                effect.least[i] = Math.min(effect.least[i], signs[run][i]);
                effect.most[i] = Math.max(effect.most[i], signs[run][i]);
                effect.mean[i] += isUsual ? signs[run][i] : 0;
            }
        }
        for (int i = 0; i < SIGNS; i++) {
            effect.mean[i] /= usual;
        }
        effect.fit(ms, signs, from, spread);
        return effect;
    }

    private void fit(double[] ms, double[][] signs, int from, Spread spread) {
        double[][] together = new double[SIGNS][SIGNS];
        double[] withTime = new double[SIGNS];
        double meanMs = Math.log(spread.meanMs());
        for (int run = from; run < ms.length; run++) {
            if (spread.isUsual(ms[run])) {
                double time = Spread.log(ms[run]) - meanMs;
                for (int i = 0; i < SIGNS; i++) {
                    double sign = signs[run][i] - mean[i];
                    withTime[i] += sign * time;
                    for (int other = 0; other < SIGNS; other++) {
                        together[i][other] += sign * (signs[run][other] - mean[other]);
                    }
                }
            }
        }
        for (int pass = 0; pass < PASSES; pass++) {
            for (int i = 0; i < SIGNS; i++) {
                double left = withTime[i] + together[i][i] * slope[i];
                for (int other = 0; other < SIGNS; other++) {
                    left -= together[i][other] * slope[other];
                }
                slope[i] = Math.max(-MOST[i], Math.min(MOST[i], left / (together[i][i] + DOUBT[i])));
            }
        }
    }

    /** By what factor a run's CPU time was longer than on the machine as it usually was; 1 where that is not known. */
    double slowdown(double[] signs) {
        double sum = 0;
        for (int i = 0; i < SIGNS; i++) {
            if (signs[i] > most[i] + BEYOND || signs[i] < least[i] - BEYOND) {
                return 1;
            }
            sum += slope[i] * (Math.max(least[i], Math.min(most[i], signs[i])) - mean[i]);
        }
        return Math.exp(sum);
    }
}
