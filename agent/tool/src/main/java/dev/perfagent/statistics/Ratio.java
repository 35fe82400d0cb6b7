package dev.perfagent.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * A median by another median, with a confidence interval that asks nothing of the values' distribution: Price and Bonett,
 * "Distribution-free confidence intervals for difference and ratio of medians", Journal of Statistical Computation and
 * Simulation 72 (2002) 119–124; in the form of Bonett and Price (2020).
 *
 * @param value the quotient of the medians, above 0
 * @param low the interval's lower end
 * @param high the interval's upper end
 * @param ofFirst variance that one value of the first group brings, on logarithms
 * @param ofSecond the same of the second group
 */
public record Ratio(double value, double low, double high, double ofFirst, double ofSecond) {
    /** How often the interval holds the true ratio. */
    public static final double CONFIDENCE = 0.95;

    /** With fewer values a group's spread cannot be told. */
    static final int LEAST = 3;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** The first group's median by the second's; see {@link #of(Sample, Sample, Statistic)}. */
    public static @Nullable Ratio of(Sample first, Sample second) {
        return of(first, second, Statistic.MEDIAN);
    }

    /**
     * The first group's figure by the second's; null with fewer than 3 values a group, or where one that matters is not above 0.
     */
    public static @Nullable Ratio of(Sample first, Sample second, Statistic figure) {
        if (first.size() < LEAST || second.size() < LEAST) {
            return null;
        }
        double ofFirst = variance(first, figure);
        double ofSecond = variance(second, figure);
        double value = figure.of(first) / figure.of(second);
        if (Double.isNaN(ofFirst) || Double.isNaN(ofSecond)) {
            return null;
        }
        double error = Math.sqrt(ofFirst / first.size() + ofSecond / second.size());
        double reach = Math.exp(z(1 - (1 - CONFIDENCE) / 2) * error);
        return new Ratio(value, value / reach, value * reach, ofFirst, ofSecond);
    }

    /** The quantile of the standard normal distribution. */
    static double z(double part) {
        return NORMAL.inverseCumulativeProbability(part);
    }

    /** The part of the standard normal distribution above. */
    static double above(double z) {
        return NORMAL.survivalProbability(z);
    }

    private static double variance(Sample sample, Statistic figure) {
        return switch (figure) {
            case MEDIAN -> ofMedian(sample);
            case P95 -> ofP95(sample);
        };
    }

    /** The squared standard error of the median's logarithm, times the number of values; NaN when it has no logarithm. */
    private static double ofMedian(Sample sample) {
        int n = sample.size();
        int rank = Math.max(1, (int) Math.rint(n / 2.0 - Math.sqrt(n)));
        double below = sample.at(rank);
        double above = sample.at(n - rank + 1);
        if (below <= 0) {
            return Double.NaN;
        }
        double outside = BinomialDistribution.of(n, 0.5).cumulativeProbability(rank - 1);
        double error = (Math.log(above) - Math.log(below)) / (2 * z(1 - outside));
        return error * error * n;
    }

    /**
     * The same of the 95 % quantile: from two measured values between which it lies as often as the binomial distribution says.
     */
    private static double ofP95(Sample sample) {
        int n = sample.size();
        double reach = z(1 - (1 - CONFIDENCE) / 2) * Math.sqrt(n * QuantileTest.P95 * (1 - QuantileTest.P95));
        int low = Math.max(1, (int) Math.rint(n * QuantileTest.P95 - reach));
        int high = Math.min(n, (int) Math.rint(n * QuantileTest.P95 + reach) + 1);
        if (sample.at(low) <= 0) {
            return Double.NaN;
        }
        BinomialDistribution below = BinomialDistribution.of(n, QuantileTest.P95);
        double outside = 1 - (below.cumulativeProbability(high - 1) - below.cumulativeProbability(low - 1));
        double error = (Math.log(sample.at(high)) - Math.log(sample.at(low))) / (2 * z(1 - outside / 2));
        return error * error * n;
    }
}
