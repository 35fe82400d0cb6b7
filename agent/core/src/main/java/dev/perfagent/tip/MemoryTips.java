package dev.perfagent.tip;

import dev.perfagent.run.Phase;
import dev.perfagent.run.Run;
import dev.perfagent.threshold.QuantityText;
import org.jspecify.annotations.Nullable;

/** Advice on memory. */
final class MemoryTips {
    private static final double BYTES_A_MB = 1024 * 1024;

    private MemoryTips() {}

    static String growth(Run run) {
        Long grown = run.resourceUsage().heapDeltaBytes();
        Phase phase = grewMost(run);
        String cause = phase != null
                        && phase.heapDeltaBytes() != null
                        && grown != null
                        && phase.heapDeltaBytes() <= grown // else what it kept was given back outside of it
                ? "Phase '" + phase.name() + "' grew the heap most, by " + size(phase.heapDeltaBytes()) + " of "
                        + size(grown) + "; keep less of what it makes."
                : allocation(run);
        Long collections = run.resourceUsage().gcCount();
        return collections != null && collections == 0
                ? cause + " No garbage collection ran, so part of the growth may be garbage."
                : cause;
    }

    static String allocation(Run run) {
        Phase allocating = PhaseTips.mostAllocating(run);
        return allocating != null && allocating.allocatedBytes() != null
                ? "Phase '" + allocating.name() + "' allocates most, " + size(allocating.allocatedBytes())
                        + "; work on its results piece by piece instead of keeping them all."
                : "Work on large results piece by piece instead of keeping them all.";
    }

    /** Null when it is not known, as for phases on several threads at once. */
    private static @Nullable Phase grewMost(Run run) {
        Phase most = null;
        long mostBytes = 0;
        for (Phase phase : run.duration().phases()) {
            Long bytes = phase.heapDeltaBytes();
            if (bytes == null) {
                return null;
            }
            if (bytes > mostBytes) {
                most = phase;
                mostBytes = bytes;
            }
        }
        return most;
    }

    private static String size(long bytes) {
        return QuantityText.mb(bytes / BYTES_A_MB);
    }
}
