package dev.perfagent.cli.option;

import dev.perfagent.benchmark.BenchmarkPlan.Steps;
import dev.perfagent.benchmark.ShellWords;
import dev.perfagent.benchmark.Surroundings;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is around the commands of a benchmark; a mixin. */
@Command(addMethodSubcommands = false)
public final class SurroundingsOptions {
    private static final String SHELL = "/bin/sh";

    @Option(names = "--setup", paramLabel = "LINE", description = "Run this once before all.")
    private @Nullable String setup;

    @Option(names = "--prepare", paramLabel = "LINE", description = "Run this before each run.")
    private @Nullable String prepare;

    @Option(names = "--conclude", paramLabel = "LINE", description = "Run this after each run.")
    private @Nullable String conclude;

    @Option(names = "--cleanup", paramLabel = "LINE", description = "Run this once after all.")
    private @Nullable String cleanup;

    @Option(
            names = "--shell",
            arity = "0..1",
            fallbackValue = SHELL,
            paramLabel = "PATH",
            description = "Start the lines of --command, --prepare and so on by a shell, " + SHELL
                    + " by default. Its own start is timed, too.")
    private @Nullable String shell;

    @Option(names = "--ignore-failure", description = "Time commands that end with another exit code than 0, too.")
    private boolean ignoreFailure;

    @Option(names = "--show-output", description = "Show what the commands print.")
    private boolean showOutput;

    @Option(names = "--input", paramLabel = "FILE", description = "The standard input of each run; by default nothing.")
    private @Nullable File input;

    @Option(names = "--directory", paramLabel = "DIR", description = "Start the commands in this folder.")
    private @Nullable File directory;

    @Option(names = "--env", paramLabel = "NAME=VALUE", description = "Set a variable for the commands.")
    private final Map<String, String> environment = new LinkedHashMap<>();

    /** Whether commands may end with another exit code than 0. */
    boolean isFailureIgnored() {
        return ignoreFailure;
    }

    /** The words of a line, or the shell's with the line as its argument. */
    List<String> words(String line) {
        List<String> words = shell == null ? ShellWords.of(line) : List.of(shell, "-c", line);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a command to time is empty");
        }
        return words;
    }

    /** What runs around the commands. */
    Steps steps() {
        return new Steps(step(setup), step(prepare), step(conclude), step(cleanup));
    }

    private List<String> step(@Nullable String line) {
        return line == null ? List.of() : words(line);
    }

    /**
     * What is around the commands.
     *
     * @param showable whether there is a place for what they print
     * @throws IllegalArgumentException when a file or folder is not there; the message says which
     */
    public Surroundings surroundings(Map<String, String> ours, boolean showable) {
        if (input != null && !input.isFile()) {
            throw new IllegalArgumentException("there is no file '" + input + "' for --input");
        }
        if (directory != null && !directory.isDirectory()) {
            throw new IllegalArgumentException("there is no folder '" + directory + "' for --directory");
        }
        if (showOutput && !showable) {
            throw new IllegalArgumentException("--show-output would mix with the result; give --output FILE for it");
        }
        Map<String, String> all = new LinkedHashMap<>(ours);
        all.putAll(environment);
        return new Surroundings(directory, input, showOutput, all);
    }
}
