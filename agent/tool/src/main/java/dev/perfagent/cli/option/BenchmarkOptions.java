package dev.perfagent.cli.option;

import dev.perfagent.benchmark.BenchmarkPlan;
import dev.perfagent.benchmark.BenchmarkPlan.Steps;
import dev.perfagent.benchmark.ShellWords;
import dev.perfagent.benchmark.Surroundings;
import dev.perfagent.benchmark.TimedCommand;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is timed, how often, and what is around it; a mixin. */
@Command(addMethodSubcommands = false)
public final class BenchmarkOptions {
    private static final double PRECISION = 0.02;
    private static final Duration MAX_TIME = Duration.ofMinutes(5);

    @Option(
            names = "--command",
            paramLabel = "LINE",
            description = "A command to time, in quotes; its words are split as a shell does. Give it several times to "
                    + "compare commands with the first one.")
    private final List<String> commands = new ArrayList<>();

    @Option(
            names = "--iterations",
            paramLabel = "N",
            converter = CountConverter.class,
            description = "Time each command that often; by default until enough is known, at least 6 times.")
    private @Nullable Long iterations;

    @Option(names = "--warmup", paramLabel = "N", description = "Run each command that often before it is timed.")
    private int warmup;

    @Option(
            names = "--precision",
            paramLabel = "PERCENT",
            converter = ToleranceOption.Converter.class,
            description = "How far the 95%% interval may reach to each side; by default 2%%.")
    private @Nullable Double precision;

    @Option(
            names = "--max-time",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Begin no further run after that time, such as 90s or 10m; by default 5m.")
    private @Nullable Duration maxTime;

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

    /**
     * What is to be done.
     *
     * @param typed the command after {@code --}; empty for none
     * @throws IllegalArgumentException when that makes no sense; the message says why
     */
    public BenchmarkPlan plan(List<String> typed) {
        List<TimedCommand> timed = new ArrayList<>();
        if (!typed.isEmpty()) {
            timed.add(new TimedCommand(String.join(" ", typed), typed));
        }
        for (String line : commands) {
            timed.add(new TimedCommand(line, ShellWords.of(line)));
        }
        if (timed.isEmpty()) {
            throw new IllegalArgumentException("a command is missing; give it after -- or with --command");
        }
        return new BenchmarkPlan(
                timed,
                warmup,
                iterations == null ? null : (Integer) (int) Math.min(iterations, Integer.MAX_VALUE),
                precision == null ? PRECISION : precision,
                maxTime == null ? MAX_TIME : maxTime,
                ignoreFailure,
                Steps.NONE);
    }

    /** What is around the commands. */
    public Surroundings surroundings(Map<String, String> ours) {
        Map<String, String> all = new LinkedHashMap<>(ours);
        all.putAll(environment);
        return new Surroundings(directory, input, showOutput, all);
    }
}
