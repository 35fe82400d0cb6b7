package dev.perfagent.record;

import dev.perfagent.machine.ThreadSchedule;
import org.jspecify.annotations.Nullable;

/**
 * CPU time of the agent's thread that loads classes of the application before it asks for them: that is the application's work,
 * of which a thread of its own does more or less as the machine is busy. Of this process; safe for concurrent use.
 */
public final class LoadingAhead {
    private static volatile @Nullable String thread;
    private static volatile double beforeMs;
    private static volatile double endedMs;

    private LoadingAhead() {}

    /** The running thread begins. */
    public static void begin() {
        String running = ThreadSchedule.ofRunningThread();
        ThreadSchedule used = ThreadSchedule.now(running);
        beforeMs = used == null ? 0 : used.cpuMs();
        thread = running;
    }

    /** It is done. */
    public static void end() {
        endedMs = cpuMs();
        thread = null;
    }

    /** What it has used so far; 0 where the kernel does not say. */
    static double cpuMs() {
        ThreadSchedule used = thread == null ? null : ThreadSchedule.now(thread);
        return used == null ? endedMs : used.cpuMs() - beforeMs;
    }
}
