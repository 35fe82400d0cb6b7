package dev.perfagent.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The profiler that perf-agent brings. It interrupts threads by timers of the kernel wherever they are, so that it sees native
 * code too, and samples ten times as often as Flight Recorder.
 */
final class AsyncProfiler {
    /** CPU time of a thread between two samples of it. */
    static final int CPU_MS = 1;

    /** Time between two samples of each thread, whatever it does. */
    static final int WALL_MS = 10;

    /** An object is sampled each time that this much was allocated on average. */
    private static final int ALLOCATED_BYTES = 64 * 1024;

    private final Path library;

    /** @param library the native library */
    AsyncProfiler(Path library) {
        this.library = library.toAbsolutePath();
    }

    /** The packed one, after its library was copied to that folder; null when there is none for this system. */
    static @Nullable AsyncProfiler packed(Path folder) throws IOException {
        String system = system(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        if (system == null) {
            return null;
        }
        try (InputStream packed = AsyncProfiler.class.getResourceAsStream("/" + system + "/libasyncProfiler.so")) {
            if (packed == null) {
                return null;
            }
            Path library = folder.resolve("libasyncProfiler.so");
            Files.copy(packed, library);
            return new AsyncProfiler(library);
        }
    }

    /** The folder of that system's library. */
    static @Nullable String system(String name, String processor) {
        if (name.toLowerCase(Locale.ROOT).startsWith("mac")) {
            return "macos";
        }
        if (!name.equals("Linux")) {
            return null;
        }
        return switch (processor) {
            case "amd64", "x86_64" -> "linux-x64";
            case "aarch64" -> "linux-arm64";
            default -> null;
        };
    }

    /** What Java is started with; it prints nothing, and writes a file for each process to that folder. */
    List<String> flags(Path folder, ProfileEvent event) {
        return List.of("-agentpath:" + library + "=start,jfr,event=cpu,interval=" + CPU_MS + "ms,alloc="
                + ALLOCATED_BYTES + ",lock=100us"
                + (event == ProfileEvent.WALL ? ",wall=" + WALL_MS + "ms" : "") + ",loglevel=warn,log=" + log(folder)
                + ",file="
                + folder.resolve("async-pid-%p-.jfr"));
    }

    /** Where it says what is wrong. */
    static Path log(Path folder) {
        return folder.resolve("async-profiler.log");
    }

    /**
     * How many bytes a sampled object stands for. The JVM draws the distance to the next sample from an exponential distribution,
     * so that it samples an object of that size with the probability 1 - e^(-size / mean distance).
     *
     * @see <a href="https://openjdk.org/jeps/331">JEP 331</a>
     */
    static long allocated(long size) {
        return Math.round(size / -Math.expm1(-(double) size / ALLOCATED_BYTES));
    }
}
