package dev.perfagent.benchmark;

import dev.perfagent.machine.SmallFile;
import dev.perfagent.machine.ThreadSchedule;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a running process now and then, on Linux, because Java has no {@code wait4} and a process that has ended is gone. It
 * looks when the process is 2 ms old, 3 ms, 4.5 ms and so on, at most 200 ms apart: some twenty times in the first second, 30 µs
 * each, on the thread that waits for the end anyway.
 */
final class ProcessWatch {
    private static final long FIRST_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final double KILOBYTES_A_MB = 1024;

    /** It has some 1,500 bytes. */
    private static final int STATUS_BYTES = 4096;

    private final String folder;
    private final String status;
    private @Nullable Double peakMemoryMb;
    private @Nullable Double cpuWaitMs;

    ProcessWatch(Process process) {
        folder = "/proc/" + process.pid();
        status = folder + "/status";
    }

    /** Waits for the end of the process, and looks at it until then. */
    void untilEnd(Process process, long started) throws InterruptedException {
        if (SmallFile.text(status, 1) == null) {
            process.waitFor();
            return;
        }
        long age = FIRST_NANOS;
        while (!process.waitFor(Math.max(1, started + age - System.nanoTime()), TimeUnit.NANOSECONDS)) {
            look();
            age += Math.min(LONGEST_NANOS, age / 2);
        }
    }

    /** Null when it ended before the first look. */
    @Nullable
    Double peakMemoryMb() {
        return peakMemoryMb;
    }

    /** Null when it ended before the first look, or had several threads. */
    @Nullable
    Double cpuWaitMs() {
        return cpuWaitMs;
    }

    private void look() {
        String text = SmallFile.text(status, STATUS_BYTES);
        if (text == null) {
            return; // it has just ended
        }
        Long peak = SmallFile.number(text, "VmHWM:");
        if (peak != null) {
            peakMemoryMb = peak / KILOBYTES_A_MB;
        }
        Long threads = SmallFile.number(text, "Threads:");
        ThreadSchedule schedule = threads != null && threads == 1 ? ThreadSchedule.now(folder) : null;
        cpuWaitMs = schedule == null ? null : (Double) schedule.waitMs();
    }
}
