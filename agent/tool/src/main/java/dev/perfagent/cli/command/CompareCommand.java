package dev.perfagent.cli.command;

import dev.perfagent.calibrate.SystemMeasure;
import dev.perfagent.cli.option.ConfigOption;
import dev.perfagent.cli.option.FailOn;
import dev.perfagent.cli.option.FailOnOption;
import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.option.HistoryOptions;
import dev.perfagent.cli.option.ManyFormats;
import dev.perfagent.cli.option.NameOptions;
import dev.perfagent.cli.option.ToleranceOption;
import dev.perfagent.cli.option.WorkConverter;
import dev.perfagent.cli.session.ChosenRuns;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.GivenConfiguration;
import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.session.UsesHome;
import dev.perfagent.cli.view.comparison.ComparisonDocument;
import dev.perfagent.cli.view.comparison.ComparisonJson;
import dev.perfagent.compare.Comparisons;
import dev.perfagent.compare.RunGroup;
import dev.perfagent.tally.CommandName;
import dev.perfagent.threshold.Budget;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Compares runs of then with runs of now. */
@Command(
        name = "compare",
        addMethodSubcommands = false,
        header = "Compares earlier runs with later ones.",
        description = {
            "",
            "Compares runs that succeeded and were warm (not a first run, which is slower), on the same machine"
                    + " (fingerprint): time, phases, CPU time, memory and requests. It shows the change of the medians"
                    + " with its 95%% interval. Up to 20%% slower (--tolerance) is within tolerance, up to 50%% is a"
                    + " warning, more is critical. This needs evidence: p below 0.01, at least 6 runs on each side, and a"
                    + " change of at least 5 ms.",
            "",
            "Ends with 0 when all is fine, 1 when a verdict is a warning or worse, 2 for wrong usage or "
                    + "nothing to compare, 3 when a file cannot be read. With --fail-on critical only a critical "
                    + "verdict ends with 1; with --fail-on never, no verdict does."
        },
        footer = {
            "",
            "Examples:",
            "  java -jar perf-agent.jar compare --baseline version:2.0.0 --current 7d",
            "  java -jar perf-agent.jar compare --baseline release-2 --current 'last 10' \\",
            "      --fail-on critical"
        })
final class CompareCommand implements Callable<Integer>, ManyFormats, UsesHome {
    private final Session session;

    @Option(
            names = "--baseline",
            required = true,
            paramLabel = "RUNS",
            description = "The earlier runs: " + ChosenRuns.FORMS + ".")
    private String baseline = "";

    @Option(
            names = "--current",
            required = true,
            paramLabel = "RUNS",
            description = "The later runs, in the same forms.")
    private String current = "";

    @Mixin
    private final NameOptions names = new NameOptions();

    @Option(
            names = "--across-machines",
            description = "Also compare runs of different machines, JDKs or JVM flags; the output says so.")
    private boolean acrossMachines;

    @Option(
            names = "--normalise",
            arity = "0..1",
            paramLabel = "WORK",
            fallbackValue = "jvm_start",
            converter = WorkConverter.class,
            description =
                    "With --across-machines: also show each change divided by how much slower the other machine does"
                            + " this work in 'system benchmark', such as jvm_start (the default) or cpu_one_core. Verdicts"
                            + " do not change.")
    private @Nullable SystemMeasure normalise;

    @Mixin
    private final ToleranceOption tolerance = new ToleranceOption();

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Mixin
    private final FailOnOption failOn = new FailOnOption();

    @Mixin
    private final HistoryOptions from = new HistoryOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    CompareCommand(Session session) {
        this.session = session;
    }

    @Override
    public Set<Format> formats() {
        return OF_DOCUMENTS;
    }

    @Override
    public Integer call() throws IOException {
        if (normalise != null && !acrossMachines) {
            throw new ParameterException(spec.commandLine(), "--normalise needs --across-machines");
        }
        GivenConfiguration given = GivenConfiguration.read(session, config);
        if (!given.isWhole()) {
            session.report(
                    "perf-agent: nothing was compared, because a tolerance with a mistake is ignored and too much "
                            + "could pass");
            return ExitCode.IO;
        }
        ChosenRuns chosen = new ChosenRuns(session, spec, from);
        List<RunGroup> groups = chosen.of(names.application(), names.command(), baseline, current);
        List<RunGroup> empty =
                groups.stream().filter(group -> group.size() == 0).toList();
        if (!empty.isEmpty()) {
            return chosen.reportEmpty(empty, names.application(), names.command());
        }
        Comparisons comparisons = Comparisons.of(groups.get(0), groups.get(1), acrossMachines, tolerances(given));
        if (session.common().isJson()) {
            session.json(ComparisonJson.of(comparisons, normalise));
        } else {
            session.show(new ComparisonDocument(session.clock().getZone(), normalise).of(comparisons));
        }
        if (comparisons.commands().isEmpty()) {
            session.report("perf-agent: nothing was compared: " + whyNothing(comparisons));
            return ExitCode.USAGE;
        }
        return failOn.or(FailOn.WARNING).includes(comparisons.verdict()) ? ExitCode.AGAINST : ExitCode.FINE;
    }

    private ToDoubleFunction<CommandName> tolerances(GivenConfiguration configuration) {
        Double given = tolerance.given();
        Function<CommandName, Budget> budgets = configuration.budgets();
        return command -> given == null ? budgets.apply(command).tolerance() : given;
    }

    private static String whyNothing(Comparisons comparisons) {
        if (!comparisons.refusals().isEmpty()) {
            return "the runs are of different machines; --across-machines compares them all the same";
        }
        return comparisons.baseline().size() == 0 && comparisons.inBoth() > 0
                ? "all baseline runs are current runs, too"
                : "no command has runs on both sides";
    }
}
