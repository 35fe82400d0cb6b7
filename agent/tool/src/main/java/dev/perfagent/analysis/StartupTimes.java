package dev.perfagent.analysis;

import org.jspecify.annotations.Nullable;

/**
 * Where the time of a command's processes goes before and beside the command. The three shares add up to 1.
 *
 * @param runs how many timed runs recorded it
 * @param jvmMs median from the start of the JVM to the agent's
 * @param jvmShare the sum of that by the processes' time, 0 to 1
 * @param otherShare the rest: the application's own start before its command, and what the agent takes, 0 to 1
 * @param commandShare the commands' time, 0 to 1
 * @param classes median of classes loaded; null when not known
 */
public record StartupTimes(
        long runs,
        double jvmMs,
        double jvmShare,
        double otherShare,
        double commandShare,
        @Nullable Double classes) {
    /** From here on a shared archive of the application's classes is worth a try. */
    private static final double MUCH = 0.2;

    private static final double MANY_CLASSES = 1000;

    /** Whether an AppCDS archive is likely to help: much time outside the command, and many classes. */
    public boolean isArchiveWorthATry() {
        return jvmShare + otherShare >= MUCH && classes != null && classes >= MANY_CLASSES;
    }
}
