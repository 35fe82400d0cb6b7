package dev.perfagent.monitor;

import dev.perfagent.machine.ProcessStat;
import dev.perfagent.machine.SmallFile;
import java.io.File;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** A process and those that it started; Linux only. One that got the number of a process that has ended is not taken for it. */
final class ProcessFamily {
    private static final int UTIME = 14;
    private static final int STIME = 15;
    private static final int START = 22;
    private static final double TICK_MS = 10;
    private static final double KILOBYTES_A_MB = 1024;

    /** More are not looked at: each is three files. */
    private static final int MOST = 200;

    private final long pid;
    private final @Nullable Long started;
    private double cpuMs;
    private double memoryMb;
    private int count;

    ProcessFamily(long pid) {
        this.pid = pid;
        this.started = ProcessStat.field(stat(pid), START);
    }

    /** Looks at all of them; false when the process has ended. */
    boolean look() {
        cpuMs = 0;
        memoryMb = 0;
        count = 0;
        String stat = stat(pid);
        if (started == null || !started.equals(ProcessStat.field(stat, START))) {
            return false;
        }
        add(pid, stat);
        return true;
    }

    double cpuMs() {
        return cpuMs;
    }

    double memoryMb() {
        return memoryMb;
    }

    int count() {
        return count;
    }

    private void add(long process, @Nullable String stat) {
        Long user = ProcessStat.field(stat, UTIME);
        Long system = ProcessStat.field(stat, STIME);
        if (user == null || system == null || ++count >= MOST) {
            return;
        }
        cpuMs += (user + system) * TICK_MS;
        Long rss = SmallFile.number(SmallFile.text("/proc/" + process + "/status", 4096), "VmRSS:");
        memoryMb += rss == null ? 0 : rss / KILOBYTES_A_MB;
        String[] threads = new File("/proc/" + process + "/task").list();
        if (threads == null) {
            return;
        }
        for (String thread : threads) {
            String children = SmallFile.text("/proc/" + process + "/task/" + thread + "/children", 16 * 1024);
            if (children != null) {
                StringTokenizer pids = new StringTokenizer(children);
                while (pids.hasMoreTokens()) {
                    long child = Long.parseLong(pids.nextToken());
                    add(child, stat(child));
                }
            }
        }
    }

    private static @Nullable String stat(long process) {
        return SmallFile.text("/proc/" + process + "/stat", 1024);
    }
}
