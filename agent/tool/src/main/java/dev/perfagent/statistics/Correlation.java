package dev.perfagent.statistics;

import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.ranking.NaturalRanking;
import org.jspecify.annotations.Nullable;

/**
 * Whether one number goes with another: Spearman's rank correlation, which any rising or falling relation has, straight or not.
 *
 * @param rho -1 to 1: how surely one rises (above 0) or falls (below 0) as the other rises
 * @param pValue how often unrelated numbers would go together that much, by Student's distribution
 * @param size of how many pairs
 */
public record Correlation(double rho, double pValue, int size) {
    /** With fewer pairs the p-value is not good enough. */
    public static final int LEAST = 10;

    /**
     * Of pairs of finite numbers; null with fewer than {@value #LEAST} pairs or when one of the two never changes.
     *
     * @throws IllegalArgumentException when there are not as many of one as of the other
     */
    public static @Nullable Correlation of(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(first.length + " values and " + second.length);
        }
        if (first.length < LEAST) {
            return null;
        }
        double rho = pearson(ranks(first), ranks(second));
        return Double.isNaN(rho) ? null : new Correlation(rho, pValue(rho, first.length), first.length);
    }

    private static double pValue(double rho, int size) {
        int freedom = size - 2;
        double left = 1 - rho * rho;
        if (left <= 0) {
            return 0;
        }
        double t = Math.abs(rho) * Math.sqrt(freedom / left);
        return 2 * TDistribution.of(freedom).survivalProbability(t);
    }

    private static double[] ranks(double[] values) {
        return new NaturalRanking().apply(values);
    }

    /** NaN when one of the two never changes. */
    private static double pearson(double[] x, double[] y) {
        // Ranks: their mean is known, ties or not.
        double mean = (x.length + 1) / 2.0;
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - mean) * (y[i] - mean);
            xx += (x[i] - mean) * (x[i] - mean);
            yy += (y[i] - mean) * (y[i] - mean);
        }
        return xx == 0 || yy == 0 ? Double.NaN : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
    }
}
