package dev.perfagent.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * CPU time of all processes that we started and that have ended, with those that they waited for. Linux adds it up when it hands
 * over an exit code, so the difference of two is exactly what one process used, but for steps of 10 ms; no process has to be
 * looked at while it runs.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>, cutime and cstime
 */
record ChildrenCpu(double userMs, double systemMs) {
    private static final Path FILE = Path.of("/proc/self/stat");

    /** USER_HZ, which the kernel's interface fixes at 100. */
    private static final double TICK_MS = 10;

    /** Fields between the program's name and cutime. */
    private static final int FIELDS_BEFORE = 13;

    /** Null elsewhere than on Linux. */
    static @Nullable ChildrenCpu now() {
        try {
            String text = Files.readString(FILE, StandardCharsets.ISO_8859_1);
            StringTokenizer fields = new StringTokenizer(text.substring(text.lastIndexOf(')') + 1));
            for (int i = 0; i < FIELDS_BEFORE; i++) {
                fields.nextToken();
            }
            return new ChildrenCpu(
                    Long.parseLong(fields.nextToken()) * TICK_MS, Long.parseLong(fields.nextToken()) * TICK_MS);
        } catch (IOException elsewhere) {
            return null;
        }
    }

    /** What was used since then. */
    ChildrenCpu since(ChildrenCpu then) {
        return new ChildrenCpu(userMs - then.userMs, systemMs - then.systemMs);
    }

    double allMs() {
        return userMs + systemMs;
    }
}
