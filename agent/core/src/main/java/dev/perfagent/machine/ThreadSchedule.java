package dev.perfagent.machine;

import org.jspecify.annotations.Nullable;

/**
 * What the kernel's scheduler has counted of one thread so far; Linux only.
 *
 * @param cpuMs time on a CPU
 * @param waitMs time in which it was ready to run and waited for a CPU
 * @see <a href="https://docs.kernel.org/scheduler/sched-stats.html">sched-stats, the section on /proc/PID/schedstat</a>
 */
public record ThreadSchedule(double cpuMs, double waitMs) {
    private static final double NANOS_PER_MS = 1e6;

    private static final String RUNNING_THREAD = "/proc/thread-self";

    private static final String ALL_THREADS = "/proc/self/task/";

    /** Where the kernel shows the running thread; null for a virtual one, which has several, and where there is no such place. */
    public static @Nullable String ofRunningThread() {
        if (isVirtual()) {
            return null;
        }
        String stat = SmallFile.text(RUNNING_THREAD + "/stat", 64);
        int end = stat == null ? -1 : stat.indexOf(' ');
        return stat == null || end < 1 ? null : ALL_THREADS.concat(stat.substring(0, end));
    }

    /** Of the running thread, as it is now; null for a virtual one, and where the kernel does not show it. */
    public static @Nullable ThreadSchedule ofItself() {
        return isVirtual() ? null : now(RUNNING_THREAD);
    }

    /** Only the JDK's own subclasses of Thread in java.lang are virtual threads. */
    private static boolean isVirtual() {
        Class<?> kind = Thread.currentThread().getClass();
        return kind != Thread.class && kind.getName().startsWith("java.lang.");
    }

    /** As it is now, asked from any thread; null when the thread has ended. */
    public static @Nullable ThreadSchedule now(@Nullable String place) {
        String text = place == null ? null : SmallFile.text(place + "/schedstat", 128);
        return text == null ? null : parse(text);
    }

    /** Nanoseconds on a CPU, nanoseconds of waiting, and how often it was put on a CPU. */
    static @Nullable ThreadSchedule parse(String text) {
        int first = text.indexOf(' ');
        int second = text.indexOf(' ', first + 1);
        if (first < 0 || second < 0) {
            return null;
        }
        try {
            long cpu = Long.parseLong(text.substring(0, first));
            long wait = Long.parseLong(text.substring(first + 1, second));
            return new ThreadSchedule(cpu / NANOS_PER_MS, wait / NANOS_PER_MS);
        } catch (IllegalArgumentException foreign) { // by the class above it, which is loaded anyway
            return null;
        }
    }
}
