package dev.perfagent.cli.option;

import dev.perfagent.benchmark.BenchmarkPlan;
import dev.perfagent.benchmark.Parameters;
import dev.perfagent.benchmark.TimedCommand;
import dev.perfagent.threshold.Budget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is timed, and how often; a mixin. */
@Command(addMethodSubcommands = false)
public final class BenchmarkOptions {
    private static final double PRECISION = 0.02;
    private static final Duration MAX_TIME = Duration.ofMinutes(5);
    private static final int MOST_WARMUPS = 1000;

    /** A first run under the agent makes the plan that later runs read. */
    private static final int LEAST_WARMUPS_WITH_AGENT = 1;

    @Option(
            names = "--command",
            paramLabel = "LINE",
            description = "A command to time, in quotes; its words are split as a shell does. Give it several times to "
                    + "compare commands with the first one.")
    private final List<String> lines = new ArrayList<>();

    @Option(
            names = "--commands",
            paramLabel = "all|NAME",
            split = ",",
            description = "Time these commands of benchmarks.yml by their 'run' (--config); the default when no other "
                    + "command is given.")
    private final List<String> named = new ArrayList<>();

    @Option(
            names = "--parameter",
            paramLabel = "NAME=VALUES",
            description = "Put values in place of '{NAME}', and time a command with each of them: n=1,2,4 or n=1..8 or "
                    + "n=0..1/0.25. Several are combined.")
    private final List<String> parameters = new ArrayList<>();

    @Option(
            names = "--iterations",
            paramLabel = "N",
            converter = CountConverter.class,
            description = "Time each command that often; by default until enough is known, at least 6 times.")
    private @Nullable Long iterations;

    @Option(
            names = "--warmup",
            paramLabel = "N",
            description = "Run each command that often before it is timed; by default not, with the agent once.")
    private @Nullable Integer warmup;

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

    @Option(
            names = "--check-noise",
            description = "Compare the command with itself, to see what this machine can tell apart.")
    private boolean checkNoise;

    @Option(
            names = "--agent",
            negatable = true,
            description =
                    "Put the agent into the commands, as prepare does; the default for commands of benchmarks.yml.")
    private @Nullable Boolean agent;

    /** Whether commands of {@code benchmarks.yml} are meant. */
    public boolean isFromConfiguration(List<String> typed) {
        return typed.isEmpty() && lines.isEmpty();
    }

    /** Whether the agent is put into the commands. */
    public boolean isWithAgent(List<String> typed) {
        return agent == null ? isFromConfiguration(typed) : agent;
    }

    /** Whether a command is compared with itself. */
    public boolean isCheckNoise() {
        return checkNoise;
    }

    /**
     * The commands.
     *
     * @param typed the command after {@code --}; empty for none
     * @param budgets of the commands of {@code benchmarks.yml}
     * @throws IllegalArgumentException when they make no sense; the message says why
     */
    public List<TimedCommand> commands(List<String> typed, Map<String, Budget> budgets, SurroundingsOptions around) {
        List<TimedCommand> timed = new ArrayList<>();
        if (!typed.isEmpty()) {
            add(String.join(" ", typed), typed, Budget.NONE, timed);
        }
        for (String line : lines) {
            add(line, around.words(line), Budget.NONE, timed);
        }
        if (isFromConfiguration(typed)) {
            addNamed(budgets, timed);
        } else if (!named.isEmpty()) {
            throw new IllegalArgumentException(
                    "--commands names commands of benchmarks.yml; do not give others beside it");
        }
        if (checkNoise) {
            if (timed.size() != 1) {
                throw new IllegalArgumentException("--check-noise is for one command");
            }
            timed.add(timed.get(0).named(timed.get(0).name() + " (again)"));
        }
        return timed;
    }

    private void addNamed(Map<String, Budget> budgets, List<TimedCommand> timed) {
        List<String> names = named.isEmpty() || named.equals(List.of("all"))
                ? budgets.keySet().stream()
                        .filter(name ->
                                !budgets.getOrDefault(name, Budget.NONE).run().isEmpty())
                        .sorted()
                        .toList()
                : named;
        for (String name : names) {
            Budget budget = budgets.getOrDefault(name, Budget.NONE);
            if (budget.run().isEmpty()) {
                throw new IllegalArgumentException("benchmarks.yml has no 'run' for a command '" + name + "'");
            }
            add(name, budget.run(), budget, timed);
        }
        if (timed.isEmpty()) {
            throw new IllegalArgumentException(
                    "a command is missing; give it after -- or with --command, or --config with a benchmarks.yml that "
                            + "says how commands 'run'");
        }
    }

    private void add(String name, List<String> words, Budget budget, List<TimedCommand> timed) {
        for (Map<String, String> values : Parameters.combinations(parameters)) {
            timed.add(new TimedCommand(
                    Parameters.put(name, values), Parameters.put(words, values), values, Map.of(), budget));
        }
    }

    /** How they are to be timed. */
    public BenchmarkPlan plan(List<TimedCommand> commands, List<String> typed, SurroundingsOptions around) {
        int warmups = warmup != null ? warmup : isWithAgent(typed) ? LEAST_WARMUPS_WITH_AGENT : 0;
        if (warmups < 0 || warmups > MOST_WARMUPS) {
            throw new IllegalArgumentException("--warmup takes a number from 0 to " + MOST_WARMUPS);
        }
        return new BenchmarkPlan(
                commands,
                !isFromConfiguration(typed) || checkNoise || !parameters.isEmpty() && named.size() == 1,
                warmups,
                iterations == null ? null : (Integer) (int) Math.min(iterations, Integer.MAX_VALUE),
                precision == null ? PRECISION : precision,
                maxTime == null ? MAX_TIME : maxTime,
                around.isFailureIgnored(),
                around.steps());
    }
}
