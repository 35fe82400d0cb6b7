package dev.perfagent.threshold;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code benchmarks.yml} grants one command. A null limit is no limit.
 *
 * @param minCacheHitRate 0 to 1
 * @param phaseTargetsMs target by phase name, in milliseconds
 * @param run the command line with which {@code benchmark} starts it; empty when not given
 */
public record Budget(
        @Nullable Double baselineMs,
        @Nullable Double targetMs,
        @Nullable Double maxAcceptableMs,
        @Nullable Double maxHeapDeltaMb,
        @Nullable Long maxApiRequests,
        @Nullable Double minCacheHitRate,
        Map<String, Double> phaseTargetsMs,
        List<String> run) {
    /** No limits. */
    public static final Budget NONE = new Budget(null, null, null, null, null, null, Map.of(), List.of());

    public Budget {
        phaseTargetsMs = Map.copyOf(phaseTargetsMs);
        run = List.copyOf(run);
    }
}
