package dev.perfagent.threshold;

import dev.perfagent.run.Phase;
import dev.perfagent.run.Run;
import org.jspecify.annotations.Nullable;

/** Advice on a heap that grew too much. */
final class MemoryTips {
    private MemoryTips() {}

    static String of(Run run) {
        Long grown = run.resourceUsage().heapDeltaBytes();
        Phase phase = grewMost(run);
        String cause;
        if (phase != null && phase.heapDeltaBytes() != null && grown != null) {
            cause = "Phase '" + phase.name() + "' grew the heap most, by " + size(phase.heapDeltaBytes()) + " of "
                    + size(grown) + "; keep less of what it makes.";
        } else {
            Phase allocating = PhaseTips.mostAllocating(run);
            cause = allocating != null && allocating.allocatedBytes() != null
                    ? "Phase '" + allocating.name() + "' allocates most, " + size(allocating.allocatedBytes())
                            + "; work on its results piece by piece instead of keeping them all."
                    : "Work on large results piece by piece instead of keeping them all.";
        }
        Long collections = run.resourceUsage().gcCount();
        return collections != null && collections == 0
                ? cause + " No garbage collection ran, so part of the growth may be garbage."
                : cause;
    }

    private static @Nullable Phase grewMost(Run run) {
        Phase most = null;
        long mostBytes = 0;
        for (Phase phase : run.duration().phases()) {
            Long bytes = phase.heapDeltaBytes();
            if (bytes != null && bytes > mostBytes) {
                most = phase;
                mostBytes = bytes;
            }
        }
        return most;
    }

    private static String size(long bytes) {
        return Quantity.mb(bytes / UseRules.BYTES_A_MB);
    }
}
