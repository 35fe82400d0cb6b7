package dev.perfagent.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * Whether the slowest twentieth of all runs comes from one group more often than from the other. The runs above the 95 % quantile
 * of both groups together are counted; by chance alone each group has its share of them (hypergeometric distribution). This is
 * Mood's median test (1950) at another quantile; it is exact, and asks nothing of the values' distribution.
 */
final class QuantileTest {
    /** The quantile it is about. */
    static final double P95 = 0.95;

    private QuantileTest() {}

    /**
     * How often groups of these sizes would share the slow runs as unevenly or more by chance alone, two-sided: 0 to 1.
     *
     * @throws IllegalArgumentException when a group is empty
     */
    static double pValue(Sample first, Sample second) {
        if (first.isEmpty() || second.isEmpty()) {
            throw new IllegalArgumentException("an empty sample");
        }
        double[] all = Arrays.copyOf(first.inOrder(), first.size() + second.size());
        System.arraycopy(second.inOrder(), 0, all, first.size(), second.size());
        double bound = bound(Sample.of(all));
        int ofFirst = from(bound, first);
        int ofSecond = from(bound, second);
        return twoSided(first.size(), second.size(), ofFirst + ofSecond, ofSecond);
    }

    /** The least of the slow values. Of equal values all or none are slow, whichever makes them nearer to a twentieth of all. */
    private static double bound(Sample all) {
        double quantile = all.quantile(P95);
        double twentieth = (1 - P95) * all.size();
        int with = from(quantile, all);
        double above = Math.nextUp(quantile);
        return Math.abs(with - twentieth) < Math.abs(from(above, all) - twentieth) ? quantile : above;
    }

    /** The smallest p-value that two groups of that size can have: all slow runs are in one of them. */
    static double leastPValue(int runs) {
        int slow = (int) (2 * runs * (1 - P95) + 1e-9);
        return twoSided(runs, runs, slow, slow);
    }

    private static double twoSided(int first, int second, int slow, int slowOfSecond) {
        if (slow == 0) {
            return 1;
        }
        HypergeometricDistribution chance = HypergeometricDistribution.of(first + second, slow, second);
        double atMost = chance.cumulativeProbability(slowOfSecond);
        double atLeast = chance.survivalProbability(slowOfSecond - 1);
        return Math.min(1, 2 * Math.min(atMost, atLeast));
    }

    private static int from(double bound, Sample sample) {
        int slow = 0;
        for (double value : sample.inOrder()) {
            slow += value >= bound ? 1 : 0;
        }
        return slow;
    }
}
