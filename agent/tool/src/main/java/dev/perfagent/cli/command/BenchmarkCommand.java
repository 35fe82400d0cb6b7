package dev.perfagent.cli.command;

import dev.perfagent.benchmark.AgentLabels;
import dev.perfagent.benchmark.BenchmarkPlan;
import dev.perfagent.benchmark.BenchmarkResult;
import dev.perfagent.benchmark.BenchmarkSession;
import dev.perfagent.benchmark.Interruption;
import dev.perfagent.benchmark.ProcessStarter;
import dev.perfagent.cli.option.BenchmarkOptions;
import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.option.ManyFormats;
import dev.perfagent.cli.output.Progress;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.view.benchmark.BenchmarkDocument;
import dev.perfagent.cli.view.benchmark.BenchmarkJson;
import dev.perfagent.machine.EnvironmentReader;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
            "What the commands print is dropped, unless --show-output is given.",
            "",
            "Ends with 0 when all was measured, 2 for wrong usage, 3 when a command cannot be started or fails."
        },
        footer = {
            "",
            "Examples:",
            "  java -jar perf-agent.jar benchmark -- java -jar ghpm.jar list",
            "  java -jar perf-agent.jar benchmark --warmup 2 --command 'ghpm list' --command 'ghpm list --cached'"
        },
        showEndOfOptionsDelimiterInUsageHelp = true)
final class BenchmarkCommand implements Callable<Integer>, ManyFormats {
    private final Session session;

    @Mixin
    private final BenchmarkOptions options = new BenchmarkOptions();

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
        return OF_DOCUMENTS;
    }

    @Override
    public Integer call() throws IOException {
        BenchmarkPlan plan;
        try {
            plan = options.plan(command);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        session.home();
        session.out().flush();
        Instant start = session.clock().instant();
        String id = start.toString().replaceAll("[-:]|\\.\\d+", "");
        try (Interruption interruption = Interruption.watch()) {
            write(measure(plan, id, start, interruption));
            session.out().flush();
        }
        return ExitCode.FINE;
    }

    private BenchmarkResult measure(BenchmarkPlan plan, String id, Instant start, Interruption interruption)
            throws IOException {
        ProcessStarter starter =
                new ProcessStarter(options.surroundings(session.environment()), new AgentLabels(id), interruption);
        starter.rehearse();
        try (Progress progress = Progress.of("", session.err())) {
            return new BenchmarkSession(
                            plan, starter, new Random(), System::nanoTime, interruption::isAsked, progress::say)
                    .run(id, start);
        }
    }

    private void write(BenchmarkResult result) {
        if (session.common().isJson()) {
            session.json(BenchmarkJson.of(result, EnvironmentReader.read()));
        } else {
            session.show(BenchmarkDocument.of(result));
        }
    }
}
