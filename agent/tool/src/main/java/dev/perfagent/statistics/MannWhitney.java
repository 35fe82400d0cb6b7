package dev.perfagent.statistics;

import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * The rank test of Mann and Whitney (1947): whether the values of one group tend to be greater than those of another. It asks
 * nothing of their distribution, so a few odd runs do not mislead it.
 */
public final class MannWhitney {
    private MannWhitney() {}

    /**
     * How often groups of these sizes would differ that much or more, in either direction, by chance alone: 0 to 1. Exact for
     * small groups without ties, else by the normal approximation with corrections for ties and continuity.
     *
     * @throws IllegalArgumentException when a group is empty
     */
    public static double pValue(Sample first, Sample second) {
        if (first.isEmpty() || second.isEmpty()) {
            throw new IllegalArgumentException("an empty sample");
        }
        double p = MannWhitneyUTest.withDefaults()
                .test(first.inOrder(), second.inOrder())
                .getPValue();
        // All values alike: there is no rank, and the library divides 0 by 0.
        return Double.isNaN(p) ? 1 : Math.min(1, p);
    }

    /** The smallest p-value that groups of these sizes can have: 2 / C(first + second, first). */
    public static double leastPValue(int first, int second) {
        double ways = 1;
        for (int i = 1; i <= first; i++) {
            ways *= (double) (second + i) / i;
        }
        return Math.min(1, 2 / ways);
    }
}
