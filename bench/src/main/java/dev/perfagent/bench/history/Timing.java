package dev.perfagent.bench.history;

import org.jspecify.annotations.Nullable;

/**
 * Figures of one command.
 *
 * @param medianMs of an even number of runs, the mean of the two in the middle
 * @param p95Ms by nearest rank
 */
record Timing(long runs, double medianMs, double p95Ms) {
    /** Records and reports have three decimals. */
    private static final double ROUNDING_MS = 0.001;

    /** Whether the results are the same. */
    boolean agrees(@Nullable Timing other) {
        return other != null
                && runs == other.runs
                && Math.abs(medianMs - other.medianMs) < ROUNDING_MS
                && Math.abs(p95Ms - other.p95Ms) < ROUNDING_MS;
    }
}
