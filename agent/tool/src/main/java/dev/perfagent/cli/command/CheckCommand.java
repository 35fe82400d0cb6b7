package dev.perfagent.cli.command;

import dev.perfagent.check.CheckedRun;
import dev.perfagent.check.Checker;
import dev.perfagent.check.Evidence;
import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.option.HistoryOptions;
import dev.perfagent.cli.option.LimitConverter;
import dev.perfagent.cli.option.ManyFormats;
import dev.perfagent.cli.option.SeverityConverter;
import dev.perfagent.cli.output.CheckAnnotations;
import dev.perfagent.cli.output.CheckJUnit;
import dev.perfagent.cli.output.CheckJson;
import dev.perfagent.cli.output.CheckPage;
import dev.perfagent.config.ConfigReader;
import dev.perfagent.history.RawRun;
import dev.perfagent.history.RunQuery;
import dev.perfagent.history.RunSelection;
import dev.perfagent.history.StoredRun;
import dev.perfagent.history.TimeRange;
import dev.perfagent.plan.Configuration;
import dev.perfagent.run.Severity;
import dev.perfagent.threshold.Thresholds;
import java.io.File;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges stored runs, so that a build can fail. */
@Command(
        name = "check",
        header = "Judges runs by benchmarks.yml, alerts.yml and the runs before them, for a build to pass or fail.",
        description = {
            "",
            "Ends with 0 when all is fine, 1 when a verdict is against a run, 2 for wrong usage, 3 when there is no run to"
                    + " judge or a file cannot be read.",
            "",
            "A limit whose alert has consecutive_violations in alerts.yml is against a run when as many runs in a row broke it, the runs"
                    + " before it from the history; until then the verdict is inconclusive. max_acceptable_ms of a command counts at once.",
            "",
            "--format junit and github are there too: a report that build servers show, and annotations of GitHub Actions.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  java -jar perf-agent.jar check --config perf",
            "  java -jar perf-agent.jar check --since 2h --command batch --fail-on critical",
            "  java -jar perf-agent.jar check --since 2h --format junit > perf.xml"
        })
final class CheckCommand implements Callable<Integer>, ManyFormats {
    private static final String LAST = "last";
    private static final int MAX_CANDIDATES = 10;

    private final Session session;

    @Mixin
    private final HistoryOptions history = new HistoryOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "RUN",
            description = "The run's id or a unique beginning of it; by default the last one.")
    private String id = LAST;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "All runs since then instead: 30m, 24h, 7d, 2026-11-01, 2026-11-01T09:30.")
    private @Nullable Instant since;

    @Option(names = "--command", paramLabel = "NAME", description = "Only runs of this command.")
    private @Nullable String command;

    @Option(names = "--application", paramLabel = "NAME", description = "Only runs of this application.")
    private @Nullable String application;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = LimitConverter.class,
            description = "At most this many of the newest runs; by default 1000.")
    private int limit = 1000;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "Folder with benchmarks.yml and alerts.yml; by default PERF_AGENT_CONFIG.")
    private @Nullable File config;

    @Option(
            names = "--fail-on",
            paramLabel = "warning|critical",
            converter = SeverityConverter.class,
            description = "How bad a verdict has to be to fail; by default as fail_on in alerts.yml, else warning.")
    private @Nullable Severity failOn;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    CheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.TEXT, Format.JSON, Format.JUNIT, Format.GITHUB);
    }

    @Override
    public Integer call() throws IOException {
        if (since != null && !id.equals(LAST)) {
            throw new ParameterException(spec.commandLine(), "give a run or --since, not both");
        }
        Configuration configuration = configuration();
        if (configuration == null) {
            return ExitCode.IO;
        }
        StoredRuns stored = StoredRuns.open(session, history);
        List<StoredRun> runs = runs(stored);
        if (runs.size() > 1 && since == null) {
            session.tell("perf-agent: more than one run has an id that begins with '" + id + "'; 'runs' lists them");
            return ExitCode.USAGE;
        }
        if (runs.isEmpty()) {
            session.tell("perf-agent: there is no run to judge"
                    + (id.equals(LAST) ? "" : " whose id begins with '" + id + "'") + "; 'runs' lists what there is");
            return ExitCode.IO;
        }
        Thresholds told = configuration.thresholds();
        Thresholds thresholds = told == null ? Thresholds.standard() : told;
        Checker checker = new Checker(thresholds, configuration.settings().application());
        Evidence evidence = evidence(stored, runs);
        List<CheckedRun> checked = checker.check(runs, evidence, (run, count) -> upTo(stored, run, count));
        Severity least = least(thresholds);
        write(checked, least, stored);
        return checked.stream().anyMatch(one -> one.isAgainst(least)) ? ExitCode.AGAINST : ExitCode.FINE;
    }

    /** Null when it has a mistake, which was told: a limit that is left out would let everything pass. */
    private @Nullable Configuration configuration() {
        String told = session.environment().get("PERF_AGENT_CONFIG");
        File used = config != null ? config : told == null || told.isBlank() ? null : new File(told);
        if (used == null) {
            return Configuration.standard();
        }
        List<String> problems = new ArrayList<>();
        Configuration configuration = new ConfigReader().read(used, problems);
        problems.forEach(problem -> session.tell("perf-agent: " + problem));
        return problems.isEmpty() ? configuration : null;
    }

    /** Those to judge, the newest first. */
    private List<StoredRun> runs(StoredRuns stored) throws IOException {
        RunSelection selection = RunSelection.ALL
                .in(new TimeRange(since, null))
                .ofApplication(application)
                .ofCommand(command);
        List<RawRun> found = !id.equals(LAST)
                ? stored.history().ofId(id, MAX_CANDIDATES)
                : stored.history().newest(new RunQuery(selection, since == null ? 1 : limit));
        stored.tellProblems();
        return found.stream().map(RawRun::run).toList();
    }

    private Evidence evidence(StoredRuns stored, List<StoredRun> runs) throws IOException {
        Set<String> commands = new HashSet<>();
        for (StoredRun run : runs) {
            commands.add(run.command());
        }
        RunSelection selection = RunSelection.ALL
                .in(upTo(runs.get(0)))
                .ofCommand(commands.size() == 1 ? runs.get(0).command() : null)
                .where(run -> commands.contains(run.command()));
        return stored.collect(selection, Evidence.collector());
    }

    private static List<StoredRun> upTo(StoredRuns stored, StoredRun run, int count) throws IOException {
        RunSelection selection =
                RunSelection.ALL.in(upTo(run)).ofApplication(run.application()).ofCommand(run.command());
        return stored.history().newest(new RunQuery(selection, count)).stream()
                .map(RawRun::run)
                .toList();
    }

    private static TimeRange upTo(StoredRun newest) {
        return new TimeRange(null, newest.start().plusMillis(1));
    }

    private Severity least(Thresholds thresholds) {
        Severity configured = thresholds.notification().failOn();
        return failOn != null ? failOn : configured != null ? configured : Severity.WARNING;
    }

    private void write(List<CheckedRun> checked, Severity least, StoredRuns stored) {
        switch (session.common().format()) {
            case JSON ->
                new CheckJson().write(checked, least, stored.history().tally().skippedLines(), session.out());
            case JUNIT -> new CheckJUnit().write(checked, least, session.out());
            case GITHUB -> new CheckAnnotations().write(checked, session.out());
            default -> new CheckPage(session.clock().getZone()).write(checked, least, session.out());
        }
    }
}
