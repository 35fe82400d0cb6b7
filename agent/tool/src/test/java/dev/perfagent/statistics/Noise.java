package dev.perfagent.statistics;

import java.util.SplittableRandom;

/** Runs that differ by chance, with median 1. */
@FunctionalInterface
public interface Noise {
    /** One run. */
    double next(SplittableRandom random);

    /** That many runs. */
    default double[] draw(SplittableRandom random, int runs) {
        double[] values = new double[runs];
        for (int i = 0; i < runs; i++) {
            values[i] = next(random);
        }
        return values;
    }

    /** Skewed a little, as durations are; 0.2 is about 20 % of natural variation. */
    static Noise logNormal(double sigma) {
        return random -> Math.exp(sigma * gaussian(random));
    }

    /** One run in twenty takes four times as long. */
    static Noise spikes() {
        return random -> (random.nextInt(20) == 0 ? 4 : 1) * Math.exp(0.1 * gaussian(random));
    }

    /** One run in five takes 80 % longer, as with a cache that is cold then. */
    static Noise twoKinds() {
        return random -> (random.nextInt(5) == 0 ? 1.8 : 1) * Math.exp(0.05 * gaussian(random));
    }

    /** By Box and Muller. */
    private static double gaussian(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
