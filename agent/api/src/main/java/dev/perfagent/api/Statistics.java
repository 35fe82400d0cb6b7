package dev.perfagent.api;

import java.util.Arrays;

/**
 * Statistics of a sample of durations, in milliseconds.
 *
 * <p>Of no values, {@code count} and {@code sum} are 0 and the rest is {@code NaN}. Of a single value, the standard deviation
 * is 0 and all others are that value.
 *
 * <p>Percentiles are by nearest rank: the smallest value that at least so many per cent of the values do not exceed, which is
 * method 1 of Hyndman and Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996). So each is a
 * value that was measured.
 *
 * @param count how many values there are
 * @param min the smallest
 * @param max the largest
 * @param avg the arithmetic mean
 * @param sum the sum
 * @param p50 the 50th percentile
 * @param p90 the 90th percentile
 * @param p95 the 95th percentile
 * @param p99 the 99th percentile
 * @param standardDeviation of the sample, with count − 1 in the denominator
 */
public record Statistics(
        long count,
        double min,
        double max,
        double avg,
        double sum,
        double p50,
        double p90,
        double p95,
        double p99,
        double standardDeviation) {
    private static final double NANOS_PER_MS = 1e6;
    private static final double NONE = Double.NaN;

    /** Of those durations, in nanoseconds. */
    static Statistics of(long... nanos) {
        int count = nanos.length;
        if (count == 0) {
            return new Statistics(0, NONE, NONE, NONE, 0, NONE, NONE, NONE, NONE, NONE);
        }
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        long sum = 0; // exact; overflows after 292 years of measured time
        for (long value : sorted) {
            sum += value;
        }
        double mean = (double) sum / count;
        return new Statistics(
                count,
                sorted[0] / NANOS_PER_MS,
                sorted[count - 1] / NANOS_PER_MS,
                mean / NANOS_PER_MS,
                sum / NANOS_PER_MS,
                percentile(50, sorted),
                percentile(90, sorted),
                percentile(95, sorted),
                percentile(99, sorted),
                deviation(sorted, mean) / NANOS_PER_MS);
    }

    /** Nearest rank, in whole numbers: {@code 0.95 * 60} and the like are not exact. */
    private static double percentile(int percent, long[] sorted) {
        int rank = (int) (((long) percent * sorted.length + 99) / 100);
        return sorted[rank - 1] / NANOS_PER_MS;
    }

    /** In two passes, because the difference of two large sums would lose its digits. */
    private static double deviation(long[] values, double mean) {
        if (values.length == 1) {
            return 0;
        }
        double squares = 0;
        for (long value : values) {
            double off = value - mean;
            squares += off * off;
        }
        return Math.sqrt(squares / (values.length - 1));
    }
}
