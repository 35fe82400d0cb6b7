package dev.perfagent.export.prometheus;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Arrays;

/** How many runs took up to so many seconds. */
final class DurationHistogram {
    /** From a start of a JVM to a long batch: each at most 2.5 times the one before. */
    private static final double[] BOUNDS = {
        0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 60, 120, 300, 600, Double.POSITIVE_INFINITY
    };

    private final long[] counts = new long[BOUNDS.length];
    private double sum;

    void add(double seconds) {
        int place = Arrays.binarySearch(BOUNDS, seconds);
        counts[place < 0 ? -place - 1 : place]++;
        sum += seconds;
    }

    HistogramDataPointSnapshot snapshot(Labels labels) {
        return HistogramDataPointSnapshot.builder()
                .labels(labels)
                .classicHistogramBuckets(ClassicHistogramBuckets.of(BOUNDS, counts))
                .sum(sum)
                .build();
    }
}
