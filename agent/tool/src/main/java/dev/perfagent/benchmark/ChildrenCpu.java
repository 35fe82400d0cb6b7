package dev.perfagent.benchmark;

import dev.perfagent.machine.ProcessStat;
import dev.perfagent.machine.SmallFile;
import org.jspecify.annotations.Nullable;

/**
 * CPU time of all processes that we started and that have ended, with those that they waited for. Linux adds it up when it hands
 * over an exit code, so the difference of two is exactly what one process used, but for steps of 10 ms; no process has to be
 * looked at while it runs.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>, cutime and cstime
 */
record ChildrenCpu(double userMs, double systemMs) {
    private static final String FILE = "/proc/self/stat";

    /** USER_HZ, which the kernel's interface fixes at 100. */
    private static final double TICK_MS = 10;

    private static final int CUTIME = 16;
    private static final int CSTIME = 17;

    /** Null elsewhere than on Linux. */
    static @Nullable ChildrenCpu now() {
        String text = SmallFile.text(FILE, 1024);
        Long user = ProcessStat.field(text, CUTIME);
        Long system = ProcessStat.field(text, CSTIME);
        return user == null || system == null ? null : new ChildrenCpu(user * TICK_MS, system * TICK_MS);
    }

    /** What was used since then. */
    ChildrenCpu since(ChildrenCpu then) {
        return new ChildrenCpu(userMs - then.userMs, systemMs - then.systemMs);
    }

    double allMs() {
        return userMs + systemMs;
    }
}
