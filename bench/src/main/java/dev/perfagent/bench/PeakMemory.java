package dev.perfagent.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The peak resident memory of an ended process, by way of {@code /usr/bin/time}: {@code /proc} forgets a process when it ends,
 * and {@code getrusage} gives a parent only the largest of all its children. The wrapper costs every contestant the same
 * millisecond. Where it is missing, memory is not measured.
 */
final class PeakMemory {
    private static final String TIME = "/usr/bin/time";
    private static final double KILOBYTES_PER_MB = 1024;

    private final @Nullable Path output;

    private PeakMemory(@Nullable Path output) {
        this.output = output;
    }

    /** Tries whether it is there and takes the options of GNU's. */
    static PeakMemory inFolder(Path folder) {
        PeakMemory memory = new PeakMemory(folder.resolve("peak-rss.txt"));
        try {
            Process trial = new ProcessBuilder(memory.wrap(List.of("true")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return trial.waitFor() == 0 && memory.megabytes() != null ? memory : new PeakMemory(null);
        } catch (IOException missing) {
            return new PeakMemory(null);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    List<String> wrap(List<String> command) {
        if (output == null) {
            return command;
        }
        List<String> wrapped = new java.util.ArrayList<>(List.of(TIME, "-q", "-f", "%M", "-o", output.toString()));
        wrapped.addAll(command);
        return wrapped;
    }

    /** Of the process that ended last. */
    @Nullable
    Double megabytes() throws IOException {
        if (output == null || !Files.exists(output)) {
            return null;
        }
        try {
            return Long.parseLong(Files.readString(output).trim()) / KILOBYTES_PER_MB;
        } catch (NumberFormatException other) {
            return null;
        }
    }
}
