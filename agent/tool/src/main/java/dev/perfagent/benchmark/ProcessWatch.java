package dev.perfagent.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final double NANOS_A_MS = 1e6;

    private final Path status;
    private final Path schedule;
    private @Nullable Double peakMemoryMb;
    private @Nullable Double cpuWaitMs;

    ProcessWatch(Process process) {
        Path folder = Path.of("/proc", Long.toString(process.pid()));
        status = folder.resolve("status");
        schedule = folder.resolve("schedstat");
    }

    /** Waits for the end of the process, and looks at it until then. */
    void untilEnd(Process process, long started) throws InterruptedException {
        if (!Files.isReadable(status)) {
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
        try {
            String text = Files.readString(status, StandardCharsets.ISO_8859_1);
            Double peak = number(text, "VmHWM:");
            if (peak != null) {
                peakMemoryMb = peak / KILOBYTES_A_MB;
            }
            Double threads = number(text, "Threads:");
            cpuWaitMs = threads != null && threads == 1 ? waitedMs() : null;
        } catch (IOException e) {
            return; // it has just ended
        }
    }

    private @Nullable Double waitedMs() throws IOException {
        String text = Files.readString(schedule, StandardCharsets.ISO_8859_1);
        int first = text.indexOf(' ');
        int second = text.indexOf(' ', first + 1);
        return first < 0 || second < 0
                ? null
                : (Double) (Long.parseLong(text.substring(first + 1, second)) / NANOS_A_MS);
    }

    private static @Nullable Double number(String text, String key) {
        int at = text.indexOf(key);
        if (at < 0) {
            return null;
        }
        int from = at + key.length();
        while (from < text.length() && !Character.isDigit(text.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < text.length() && Character.isDigit(text.charAt(to))) {
            to++;
        }
        return from == to ? null : (Double) Double.parseDouble(text.substring(from, to));
    }
}
