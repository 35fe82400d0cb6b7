package dev.perfagent.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * A median between two measured values, with as much confidence as is asked for, whatever the distribution.
 *
 * @param low the interval's lower end; 0 when there are too few values for an end
 * @param high the interval's upper end; infinite when there are too few values for an end
 */
public record MedianInterval(double median, double low, double high) {
    /**
     * Of a sample that is not empty.
     *
     * @param level how often the interval may miss the true median
     */
    public static MedianInterval of(Sample sample, double level) {
        int n = sample.size();
        BinomialDistribution below = BinomialDistribution.of(n, 0.5);
        int rank = 0;
        while (rank < n / 2 && below.cumulativeProbability(rank) <= level / 2) {
            rank++;
        }
        return rank == 0
                ? new MedianInterval(sample.median(), 0, Double.POSITIVE_INFINITY)
                : new MedianInterval(sample.median(), sample.at(rank), sample.at(n - rank + 1));
    }

    /** Half of the interval's width by the median. */
    public double reach() {
        return (high - low) / 2 / median;
    }
}
