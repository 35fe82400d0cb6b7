package dev.perfagent.analysis;

import dev.perfagent.statistics.Quantile;
import dev.perfagent.statistics.Sample;
import org.jspecify.annotations.Nullable;

/**
 * How long runs took, in ms. The median of an even number of runs is the mean of the two in the middle; the other quantiles
 * are by nearest rank, so each is the time of a run.
 *
 * @param runs how many there were, at least 1
 * @param p95Estimate whether there are too few runs to be sure of the 95 % quantile
 * @param p99 null with fewer than 100 runs
 * @param spread median absolute deviation as a part of the median, 0.06 for 6 %; null when the median is 0
 */
public record Timing(
        int runs,
        double min,
        double median,
        double p90,
        double p95,
        boolean p95Estimate,
        @Nullable Double p99,
        double max,
        @Nullable Double spread) {
    /** Of times in ms; null when there are none. */
    public static @Nullable Timing of(Sample times) {
        if (times.isEmpty()) {
            return null;
        }
        Quantile p95 = times.p95();
        Quantile p99 = times.p99();
        return new Timing(
                times.size(),
                times.min(),
                times.median(),
                times.quantile(0.9),
                p95.value(),
                p95.estimate(),
                p99 == null ? null : (Double) p99.value(),
                times.max(),
                times.spread());
    }
}
