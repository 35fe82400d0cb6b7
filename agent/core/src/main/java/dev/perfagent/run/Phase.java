package dev.perfagent.run;

import org.jspecify.annotations.Nullable;

/**
 * All the time a run spent in one phase.
 *
 * @param ms wall time from the outermost entry to its exit, summed over entries and threads
 * @param selfMs {@code ms} without the phases entered inside it
 * @param count outermost entries
 * @param heapDeltaBytes change of the heap in use, summed; negative when a collection ran inside
 * @param allocatedBytes bytes allocated by the phase's threads
 * @param cpuMs CPU time of the phase's threads
 * @param cpuWaitMs time in which these threads were ready to run and waited for a CPU
 * @param parallelism {@code ms} divided by the wall time in which at least one thread was in the phase; at least 1
 */
public record Phase(
        String name,
        double ms,
        double selfMs,
        long count,
        @Nullable Long heapDeltaBytes,
        @Nullable Long allocatedBytes,
        @Nullable Double cpuMs,
        @Nullable Double cpuWaitMs,
        @Nullable Double parallelism) {

    /**
     * Milliseconds that were saved because threads were in the phase at the same time: {@link #ms}, which it would have taken one
     * entry after another, less the wall time in which at least one was in it. Null when that is not known.
     */
    public @Nullable Double savedMs() {
        return parallelism == null ? null : Double.valueOf(ms - ms / parallelism);
    }
}
