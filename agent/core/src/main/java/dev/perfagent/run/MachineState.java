package dev.perfagent.run;

import org.jspecify.annotations.Nullable;

/**
 * The machine at the end of a run. Null is "not known".
 *
 * @param availableMemoryMb what could be given to programs without swapping
 * @param freeDiskMb what this user can still write on the disk of the working folder
 * @param cpuLoad the load of the last minute by processors; over 1 when work waits for them
 */
public record MachineState(
        @Nullable Double availableMemoryMb,
        @Nullable Double freeDiskMb,
        @Nullable Double cpuLoad) {
    /** Nothing is known. */
    public static final MachineState UNKNOWN = new MachineState(null, null, null);
}
