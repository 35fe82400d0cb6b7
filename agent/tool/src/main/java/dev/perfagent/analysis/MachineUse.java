package dev.perfagent.analysis;

import dev.perfagent.tally.ContentionTally;
import org.jspecify.annotations.Nullable;

/**
 * CPU time of a command's timed runs, and the machine's share of their time; null is "no run knows it".
 *
 * @param medianCpuMs of all threads
 * @param medianApplicationCpuMs without the JVM's own threads
 * @param medianShare the part of its time in which a run waited for a CPU, 0 to 1
 * @param p90Share nine of ten runs waited for no more
 */
public record MachineUse(
        @Nullable Double medianCpuMs,
        @Nullable Double medianApplicationCpuMs,
        @Nullable Double medianShare,
        @Nullable Double p90Share) {
    private static final double P90 = 0.9;

    public static MachineUse of(ContentionTally tally) {
        return new MachineUse(
                tally.cpuMs().median(),
                tally.applicationCpuMs().median(),
                tally.shares().median(),
                tally.shares().quantile(P90));
    }

    /** Whether no run knows any of it. */
    public boolean isUnknown() {
        return medianCpuMs == null && medianShare == null;
    }
}
