package dev.perfagent.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Copies of the shipped configuration in which the limits on time are others, so that no verdict depends on how busy the machine
 * is. All other limits are the shipped ones.
 */
final class TestConfig {
    private static final String NEVER_BROKEN = "600000";

    /** A target is no alert. */
    private static final String ALWAYS_BROKEN = "1";

    /** Less than the nine requests of setup-complete are held back in the scenario slow. */
    private static final String BROKEN_BY_NINE_REQUESTS = "1500";

    /** 150 % of it is less than the fourteen requests of fetching are held back. */
    private static final String BROKEN_BY_FOURTEEN_REQUESTS = "1800";

    private TestConfig() {}

    /** Limits that no run breaks. */
    static Path patient(Path folder) {
        return copy(folder, NEVER_BROKEN, NEVER_BROKEN);
    }

    /** Limits that the scenario slow breaks by what its server waits: that of each command, and that of data_fetching. */
    static Path impatient(Path folder) {
        return copy(folder, BROKEN_BY_NINE_REQUESTS, BROKEN_BY_FOURTEEN_REQUESTS);
    }

    /** A folder with that instrumentation.yml and nothing else. */
    static Path rules(Path folder, String instrumentation) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("instrumentation.yml"), instrumentation);
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path copy(Path folder, String maxMs, String fetchingMs) {
        try {
            Files.createDirectories(folder);
            for (String file : List.of("instrumentation.yml", "alerts.yml")) {
                Files.writeString(folder.resolve(file), Files.readString(Jvm.CONFIG.resolve(file)));
            }
            String benchmarks = Files.readString(Jvm.CONFIG.resolve("benchmarks.yml"))
                    .replaceAll("(baseline|target)_ms: \\d+\n", "$1_ms: " + ALWAYS_BROKEN + "\n")
                    .replaceAll("max_acceptable_ms: \\d+", "max_acceptable_ms: " + maxMs)
                    .replaceAll("(?<=\\{ target_ms: )\\d+", NEVER_BROKEN)
                    .replaceAll("(?<=data_fetching: \\{ target_ms: )\\d+", fetchingMs);
            Files.writeString(folder.resolve("benchmarks.yml"), benchmarks);
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
