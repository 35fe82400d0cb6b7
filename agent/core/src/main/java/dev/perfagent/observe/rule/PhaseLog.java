package dev.perfagent.observe.rule;

import dev.perfagent.machine.ProcessStat;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Which thread was in which phase, and when: a line an entry and a line an exit. Only a profiled run writes one, so that its
 * samples can be joined with its phases.
 */
public final class PhaseLog {
    /** About 50 MB; a run with more phases is profiled in part. */
    private static final int MOST_LINES = 1_000_000;

    private static final long NANOS_A_MS = 1_000_000;

    private final OutputStream file;
    private int lines;

    private PhaseLog(OutputStream file) throws IOException {
        this.file = file;
        long before = System.currentTimeMillis();
        long millis = before;
        while (millis == before) { // at the tick the time is known better than to the millisecond
            millis = System.currentTimeMillis();
        }
        file.write(bytes("A " + millis * NANOS_A_MS + ' ' + System.nanoTime() + '\n'));
    }

    /** The one of this process; null when it cannot be written, which costs the profile its phases and nothing else. */
    public static @Nullable PhaseLog in(String folder) {
        ProcessStat process = ProcessStat.now();
        File file = new File(folder, "phases-" + (process == null ? 0 : process.pid()) + ".log");
        try {
            return new PhaseLog(new BufferedOutputStream(new FileOutputStream(file)));
        } catch (IOException e) {
            return null;
        }
    }

    void entered(long thread, long nanos, String phase) throws IOException {
        line("B " + thread + ' ' + nanos + ' ' + phase + '\n');
    }

    void exited(long thread, long nanos, String phase) throws IOException {
        line("E " + thread + ' ' + nanos + ' ' + phase + '\n');
    }

    private synchronized void line(String line) throws IOException {
        if (lines++ < MOST_LINES) {
            file.write(bytes(line));
        }
    }

    /** The run is about to end. */
    public synchronized void flush() {
        try {
            file.flush();
        } catch (IOException full) {
            lines = MOST_LINES;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
