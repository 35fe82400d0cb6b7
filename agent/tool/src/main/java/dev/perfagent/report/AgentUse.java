package dev.perfagent.report;

import org.jspecify.annotations.Nullable;

/**
 * What the agent itself took of all runs.
 *
 * @param cold of runs in which it wove classes
 * @param warm of all others
 * @param share its start and its work at the end, by the time of the processes, 0 to 1; null when no run records it
 */
public record AgentUse(Part cold, Part warm, @Nullable Double share) {
    /**
     * One kind of runs.
     *
     * @param runs all of them
     * @param start its start
     * @param weaving some of it within the start
     * @param exit recording the end
     */
    public record Part(long runs, Cost start, Cost weaving, Cost exit) {}

    /**
     * What runs recorded of one thing.
     *
     * @param medianMs null when none recorded it
     * @param totalMs of all that recorded it
     */
    public record Cost(@Nullable Double medianMs, double totalMs) {}
}
