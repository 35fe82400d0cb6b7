package dev.perfagent.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Finds out whether a process that left a start marker still runs. */
public interface Liveness {
    /**
     * Whether that very process runs; a number is given to another process in time.
     *
     * @param startTicks field 22 of {@code /proc/PID/stat} at its start; null when not known
     * @param startedBefore a time at which it ran already
     */
    boolean isAlive(long pid, @Nullable Long startTicks, Instant startedBefore);

    /** The name of this machine; null when not known. Processes of others cannot be looked at. */
    @Nullable
    String host();
}
