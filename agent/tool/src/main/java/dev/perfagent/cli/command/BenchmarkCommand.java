package dev.perfagent.cli.command;

import dev.perfagent.benchmark.AgentLabels;
import dev.perfagent.benchmark.AgentRecords;
import dev.perfagent.benchmark.BaselineChange;
import dev.perfagent.benchmark.BenchmarkPlan;
import dev.perfagent.benchmark.BenchmarkResult;
import dev.perfagent.benchmark.BenchmarkSession;
import dev.perfagent.benchmark.Interruption;
import dev.perfagent.benchmark.PairResult;
import dev.perfagent.benchmark.PairVerdict;
import dev.perfagent.benchmark.ProcessStarter;
import dev.perfagent.benchmark.SavedTimes;
import dev.perfagent.benchmark.SessionEnd;
import dev.perfagent.benchmark.Surroundings;
import dev.perfagent.benchmark.TimedCommand;
import dev.perfagent.cli.option.BenchmarkFiles;
import dev.perfagent.cli.option.BenchmarkOptions;
import dev.perfagent.cli.option.ConfigOption;
import dev.perfagent.cli.option.FailOn;
import dev.perfagent.cli.option.FailOnOption;
import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.option.ManyFormats;
import dev.perfagent.cli.option.SurroundingsOptions;
import dev.perfagent.cli.option.ToleranceOption;
import dev.perfagent.cli.output.Progress;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.GivenConfiguration;
import dev.perfagent.cli.session.Session;
import dev.perfagent.machine.EnvironmentReader;
import dev.perfagent.prepare.GivenFlag;
import dev.perfagent.prepare.MeasuredCommand;
import dev.perfagent.run.Environment;
import dev.perfagent.threshold.Budget;
import dev.perfagent.threshold.Thresholds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs commands many times and compares their times. */
@Command(
        name = "benchmark",
        addMethodSubcommands = false,
        header = "Runs commands many times, and shows how long they take and which is faster.",
        description = {
            "",
            "Times the command after '--' until its median is known to --precision. Several commands (--command, "
                    + "given several times) are run in turns and in random order, so that a machine that is slow for a "
                    + "while is slow for all of them, until it is shown which is faster than the first one, or the "
                    + "difference is known to --precision. Any program can be timed.",
            "",
            "Without a command it times those of benchmarks.yml that have a 'run', with the agent in them, and rates "
                    + "them. Runs with the agent are recorded with the label benchmark=ID, and are left out of "
                    + "baselines and comparisons.",
            "",
            "What the commands print is dropped, unless --show-output is given. Ctrl-C ends it with what it has.",
            "",
            "Ends with 0 when all was measured, 1 when a command is slower than its baseline by more than its "
                    + "tolerance (with --fail-on, also than the first command), 2 for wrong usage, 3 when a command "
                    + "cannot be started or fails, or a file cannot be read or written."
        },
        footer = {
            "",
            "Examples:",
            "  java -jar perf-agent.jar benchmark -- java -jar ghpm.jar list",
            "  java -jar perf-agent.jar benchmark --command 'ghpm list' \\",
            "      --command 'ghpm list --cached'",
            "  java -jar perf-agent.jar benchmark --config perf --baseline release"
        },
        showEndOfOptionsDelimiterInUsageHelp = true)
final class BenchmarkCommand implements Callable<Integer>, ManyFormats {
    private final Session session;

    @Mixin
    private final BenchmarkOptions options = new BenchmarkOptions();

    @Mixin
    private final SurroundingsOptions around = new SurroundingsOptions();

    @Mixin
    private final BenchmarkFiles files = new BenchmarkFiles();

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Mixin
    private final ToleranceOption tolerance = new ToleranceOption();

    @Mixin
    private final FailOnOption failOn = new FailOnOption();

    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "The command to time, and its arguments.")
    private List<String> command = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private BenchmarkCommand(Session session) {
        this.session = session;
    }

    /** What follows the command's name is the command's. */
    static CommandLine of(Session session) {
        return new CommandLine(new BenchmarkCommand(session)).setStopAtPositional(true);
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.TEXT, Format.JSON, Format.MARKDOWN, Format.CSV);
    }

    @Override
    public Integer call() throws IOException {
        Path home = session.home();
        GivenConfiguration given = GivenConfiguration.read(session, config);
        if (!given.isWhole()) {
            session.report("perf-agent: nothing was timed, because commands and limits with a mistake are ignored");
            return ExitCode.IO;
        }
        BenchmarkWriter writer = new BenchmarkWriter(session, files);
        List<SavedTimes> earlier;
        BenchmarkPlan plan;
        Surroundings surroundings;
        try {
            earlier = writer.earlier();
            surroundings = around.surroundings(session.environment(), files.output() != null || !isForPrograms());
            plan = options.plan(commands(given, surroundings), command, around);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        writer.tryFiles();
        session.out().flush();
        Environment environment = EnvironmentReader.read(null, null);
        earlier.forEach(saved -> tellOtherMachine(saved, environment));
        try (Interruption interruption = Interruption.watch()) {
            BenchmarkResult result = measure(plan, surroundings, home, interruption);
            List<BaselineChange> changes = changes(result, earlier);
            writer.write(result, changes, environment);
            session.out().flush();
            return exitCode(result, changes);
        }
    }

    private boolean isForPrograms() {
        return session.common().format() != Format.TEXT;
    }

    private List<TimedCommand> commands(GivenConfiguration given, Surroundings surroundings) {
        Thresholds thresholds = given.content().thresholds();
        Map<String, Budget> budgets =
                thresholds == null ? Map.of() : thresholds.benchmarks().commands();
        List<TimedCommand> commands = options.commands(command, budgets, around);
        if (!options.isWithAgent(command)) {
            return commands;
        }
        Path jar = session.agentJar();
        if (jar == null) {
            throw new IllegalArgumentException("--agent needs the packed perf-agent.jar");
        }
        return commands.stream().map(one -> attached(one, jar, surroundings)).toList();
    }

    private TimedCommand attached(TimedCommand command, Path jar, Surroundings surroundings) {
        Map<String, String> all = surroundings.environment();
        if (GivenFlag.find(command.words(), all, jar) != null) {
            return command;
        }
        String folder = config.given() == null ? null : config.given().getAbsolutePath();
        MeasuredCommand measured =
                MeasuredCommand.attaching(jar.toAbsolutePath(), session.home(), folder, command.words(), all);
        Map<String, String> more = new HashMap<>(measured.environment());
        more.entrySet().removeIf(variable -> variable.getValue().equals(all.get(variable.getKey())));
        return command.started(measured.words(), more);
    }

    private BenchmarkResult measure(BenchmarkPlan plan, Surroundings surroundings, Path home, Interruption interruption)
            throws IOException {
        Instant start = session.clock().instant();
        String id = start.toString().replaceAll("[-:]|\\.\\d+", "");
        ProcessStarter starter = new ProcessStarter(surroundings, new AgentLabels(id), interruption);
        starter.rehearse();
        BenchmarkResult result;
        try (Progress progress = Progress.of("", session.err())) {
            result = new BenchmarkSession(
                            plan, starter, new Random(), System::nanoTime, interruption::isAsked, progress::say)
                    .run(id, start);
        }
        return AgentRecords.in(home, id, start).joined(result);
    }

    private void tellOtherMachine(SavedTimes saved, Environment environment) {
        if (!saved.fingerprint().isEmpty() && !saved.fingerprint().equals(environment.fingerprint())) {
            session.report("perf-agent: the times of " + saved.source() + " are of another machine or JDK");
        }
    }

    private List<BaselineChange> changes(BenchmarkResult result, List<SavedTimes> earlier) {
        List<BaselineChange> changes = new ArrayList<>();
        for (SavedTimes saved : earlier) {
            List<BaselineChange> of = BaselineChange.of(result, saved, this::tolerance);
            if (of.isEmpty()) {
                session.report("perf-agent: " + saved.source() + " has none of these commands; it has "
                        + String.join(", ", saved.times().keySet()));
            }
            changes.addAll(of);
        }
        return changes;
    }

    private double tolerance(TimedCommand timed) {
        Double given = tolerance.given();
        return given == null ? timed.budget().tolerance() : given;
    }

    private int exitCode(BenchmarkResult result, List<BaselineChange> changes) {
        FailOn fails = failOn.or(FailOn.WARNING);
        boolean against = changes.stream()
                .anyMatch(change -> fails.includes(change.comparison().verdict()));
        boolean slower = failOn.isGiven()
                && result.pairs().stream()
                        .anyMatch(pair -> fails.includes(pair.judged(
                                tolerance(result.commands().get(pair.index()).command()))));
        boolean noisy = options.isCheckNoise()
                && result.pairs().stream().map(PairResult::verdict).anyMatch(PairVerdict::isShown);
        boolean nothing = result.end() == SessionEnd.INTERRUPTED
                && result.commands().get(0).interval() == null;
        return against || slower || noisy ? ExitCode.AGAINST : nothing ? ExitCode.IO : ExitCode.FINE;
    }
}
