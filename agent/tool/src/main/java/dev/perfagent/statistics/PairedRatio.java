package dev.perfagent.statistics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one side compare with those of the other when they were measured in pairs: the estimate of Hodges and Lehmann
 * (1963) of the ratio, with the interval that belongs to Wilcoxon's signed-rank test. It is worked out on logarithms. What both
 * values of a pair share, such as a machine that is slow for a while, cancels out. For two unchanged sides in random order the
 * differences are symmetric, so the test is exact whatever the distribution of the values is.
 *
 * @param value the first side by the second; above 1 when the first takes longer
 * @param low the interval's lower end; 0 when there are too few pairs for an end
 * @param high the interval's upper end; infinite when there are too few pairs for an end
 */
public record PairedRatio(double value, double low, double high) {
    /** Null with no pairs, or when a value is not above 0. */
    public static @Nullable PairedRatio of(double[] first, double[] second, double level) {
        int n = first.length;
        if (n == 0 || n != second.length) {
            return null;
        }
        double[] logs = new double[n];
        for (int i = 0; i < n; i++) {
            if (!(first[i] > 0 && second[i] > 0)) {
                return null;
            }
            logs[i] = Math.log(first[i] / second[i]);
        }
        double[] means = means(logs);
        double middle = means.length % 2 == 1
                ? means[means.length / 2]
                : (means[means.length / 2 - 1] + means[means.length / 2]) / 2;
        int outside = SignedRank.outside(n, level);
        return outside < 1
                ? new PairedRatio(Math.exp(middle), 0, Double.POSITIVE_INFINITY)
                : new PairedRatio(
                        Math.exp(middle), Math.exp(means[outside - 1]), Math.exp(means[means.length - outside]));
    }

    /** Whether the interval says that the first side takes longer. */
    public boolean isAbove() {
        return low > 1;
    }

    /** Whether the interval says that the first side takes less time. */
    public boolean isBelow() {
        return high < 1;
    }

    /** Half of the interval's width by the estimate. */
    public double reach() {
        return (high - low) / 2 / value;
    }

    /** The other way round: the second side by the first. */
    public PairedRatio inverse() {
        return new PairedRatio(1 / value, high == Double.POSITIVE_INFINITY ? 0 : 1 / high, 1 / low);
    }

    /** Of each two values, and of each with itself; sorted. */
    private static double[] means(double[] values) {
        double[] means = new double[values.length * (values.length + 1) / 2];
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j <= i; j++) {
                means[next++] = (values[i] + values[j]) / 2;
            }
        }
        Arrays.sort(means);
        return means;
    }
}
