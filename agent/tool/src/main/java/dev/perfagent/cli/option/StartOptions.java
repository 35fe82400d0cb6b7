package dev.perfagent.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether and how {@code prepare} compares ways to start the program. */
public final class StartOptions {
    /** With fewer, no interval has 99 % confidence. */
    private static final int LEAST_ROUNDS = 8;

    private static final int MOST_ROUNDS = 1000;

    @Option(
            names = "--compare-starts",
            description = "Also try the ways to start the program with the agent, time them, and print the fastest.")
    private boolean compare;

    @Option(
            names = "--archive",
            paramLabel = "FILE",
            description =
                    "Make an AOT cache in FILE of the program's and the agent's classes (JDK 25 and later), and try it"
                            + " as well. Implies --compare-starts.")
    private @Nullable Path archive;

    @Option(
            names = "--write",
            paramLabel = "FILE",
            description =
                    "Write the options of the fastest way to FILE, for 'java @FILE ...'. Implies --compare-starts.")
    private @Nullable Path argumentFile;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            converter = CountConverter.class,
            defaultValue = "15",
            description = "How often each way is timed; at least 8. Default: ${DEFAULT-VALUE}.")
    private long rounds;

    /** Whether to compare at all. */
    public boolean isAsked() {
        return compare || archive != null || argumentFile != null;
    }

    /** Where the cache goes; null for none. */
    public @Nullable Path archive() {
        return archive == null ? null : archive.toAbsolutePath().normalize();
    }

    /** Where the options go; null for nowhere. */
    public @Nullable Path argumentFile() {
        return argumentFile;
    }

    /**
     * Looks whether they can be followed, before a minute of runs.
     *
     * @throws IllegalArgumentException if there are too few rounds for an interval, or a file cannot be written
     */
    public void check() {
        if (rounds < LEAST_ROUNDS || rounds > MOST_ROUNDS) {
            throw new IllegalArgumentException("--rounds is from " + LEAST_ROUNDS + " to " + MOST_ROUNDS);
        }
        checkTarget("--archive", archive);
        checkTarget("--write", argumentFile);
    }

    private static void checkTarget(String option, @Nullable Path file) {
        if (file == null) {
            return;
        }
        Path parent = file.toAbsolutePath().normalize().getParent();
        String problem = null;
        if (Files.isDirectory(file) || parent == null) {
            problem = "it is a folder; name a file in it";
        } else if (!Files.isDirectory(parent)) {
            problem = "there is no folder " + parent + "; create it first";
        } else if (!Files.isWritable(Files.exists(file) ? file : parent)) {
            problem = "it may not be written";
        }
        if (problem != null) {
            throw new IllegalArgumentException(option + " " + file + ": " + problem);
        }
    }

    /** How often each way is timed. */
    public int rounds() {
        return (int) rounds;
    }
}
