package dev.perfagent.machine;

import org.jspecify.annotations.Nullable;

/**
 * {@code /proc/self/stat}; Linux only.
 *
 * @param cpuMs user and system time of all threads, in milliseconds, counted by the kernel in steps of 10
 * @param startTicks when the process started, in ticks since boot
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
public record ProcessStat(long pid, double cpuMs, long startTicks) {
    /** USER_HZ, which the kernel's interface fixes at 100 whatever its own tick is. */
    private static final double TICK_MS = 10;

    private static final int UTIME = 14;
    private static final int STIME = 15;
    private static final int START_TIME = 22;
    private static final int FIRST_AFTER_NAME = 3;

    /** As it is now; null where there is no such file. */
    public static @Nullable ProcessStat now() {
        String text = SmallFile.text("/proc/self/stat", 1024);
        return text == null ? null : parse(text);
    }

    /**
     * How long this process has been there by the kernel's own count, which no setting of the clock changes; in steps of 10 ms.
     * Null where the kernel does not say, or says it for another machine than this container.
     */
    public static @Nullable Double ageMs() {
        ProcessStat stat = now();
        long uptime = uptimeTicks(SmallFile.text("/proc/uptime", 64));
        long age = stat == null || uptime < 0 ? -1 : uptime - stat.startTicks();
        return age < 0 ? null : Double.valueOf(age * TICK_MS);
    }

    /** Seconds with two decimals, which are ticks; -1 for anything else. */
    static long uptimeTicks(@Nullable String text) {
        int point = text == null ? -1 : text.indexOf('.');
        try {
            // Parsing a floating-point number would be the first in most runs, and loads nine classes.
            return text == null || point < 0
                    ? -1
                    : Long.parseLong(text.substring(0, point)) * 100
                            + Integer.parseInt(text.substring(point + 1, point + 3));
        } catch (RuntimeException foreign) {
            return -1;
        }
    }

    static @Nullable ProcessStat parse(String text) {
        int space = text.indexOf(' ');
        int close = text.lastIndexOf(')'); // the program's name may hold spaces and brackets
        if (space < 0 || close < 0) {
            return null;
        }
        try {
            long pid = Long.parseLong(text.substring(0, space));
            double cpu = (field(text, close, UTIME) + field(text, close, STIME)) * TICK_MS;
            return new ProcessStat(pid, cpu, field(text, close, START_TIME));
        } catch (RuntimeException foreign) {
            return null;
        }
    }

    /**
     * A number of such a file, as in {@code proc_pid_stat(5)}; null when it has none there.
     *
     * @param number from 4 on; the third is a letter
     */
    public static @Nullable Long field(@Nullable String text, int number) {
        int close = text == null ? -1 : text.lastIndexOf(')');
        try {
            return text == null || close < 0 ? null : Long.valueOf(field(text, close, number));
        } catch (RuntimeException foreign) {
            return null;
        }
    }

    /** Fields are numbered from 1. */
    private static long field(String text, int close, int number) {
        int from = close + 2;
        for (int i = FIRST_AFTER_NAME; i < number; i++) {
            int space = text.indexOf(' ', from);
            if (space < 0) {
                throw new IndexOutOfBoundsException(number);
            }
            from = space + 1;
        }
        return Long.parseLong(text.substring(from, text.indexOf(' ', from)));
    }
}
