package dev.perfagent.cli.command;

import dev.perfagent.check.CheckedRun;
import dev.perfagent.check.Checker;
import dev.perfagent.cli.option.ConfigOption;
import dev.perfagent.cli.option.FailOn;
import dev.perfagent.cli.option.FailOnOption;
import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.option.HistoryOptions;
import dev.perfagent.cli.option.LimitOption;
import dev.perfagent.cli.option.ManyFormats;
import dev.perfagent.cli.option.SelectionOptions;
import dev.perfagent.cli.option.ToleranceOption;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.GivenConfiguration;
import dev.perfagent.cli.session.NoRunFits;
import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.session.StoredEarlierRuns;
import dev.perfagent.cli.session.StoredRuns;
import dev.perfagent.cli.session.UnusedLimits;
import dev.perfagent.cli.session.Upkeep;
import dev.perfagent.cli.view.check.CheckAnnotations;
import dev.perfagent.cli.view.check.CheckDocument;
import dev.perfagent.cli.view.check.CheckJUnit;
import dev.perfagent.cli.view.check.CheckJson;
import dev.perfagent.history.RawRun;
import dev.perfagent.history.RunQuery;
import dev.perfagent.history.StoredRun;
import dev.perfagent.run.Severity;
import dev.perfagent.settings.Configuration;
import dev.perfagent.threshold.Thresholds;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges stored runs, so that a build can fail. */
@Command(
        name = "check",
        addMethodSubcommands = false,
        header = "Judges runs by benchmarks.yml, alerts.yml and earlier runs, so that a build passes or fails.",
        description = {
            "",
            "Judges the last run, or the one given. With --since or --timeframe it judges all runs of that "
                    + "time, at most the newest --limit.",
            "",
            "Where alerts.yml sets consecutive_violations, a broken limit fails a run only when that many "
                    + "runs in a row broke it; until then the verdict is inconclusive. A command's max_acceptable_ms "
                    + "always counts at once.",
            "",
            "Shows wall time, CPU time and the machine's share (waiting for a CPU) of each run. What is compared "
                    + "with earlier runs is the time without waiting for a CPU and the application's CPU time, so a "
                    + "busy machine alone fails no run.",
            "",
            "Ends with 0 when all is fine, 1 when a verdict is against a run, 2 for wrong usage or when there is no"
                    + " run to judge, 3 when a file cannot be read, or the configuration has a mistake. How bad a verdict"
                    + " has to be is set by --fail-on, else by fail_on in alerts.yml if that is warning or critical;"
                    + " otherwise a warning is enough."
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
            description = "The run's id or a unique beginning of it, or 'last', which is the default.")
    private @Nullable String id;

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Mixin
    private final LimitOption limit = new LimitOption(1000);

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Mixin
    private final ToleranceOption tolerance = new ToleranceOption();

    @Mixin
    private final FailOnOption failOn = new FailOnOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    CheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.TEXT, Format.JSON, Format.MARKDOWN, Format.JUNIT, Format.GITHUB);
    }

    @Override
    public Integer call() throws IOException {
        refuseWhatWouldBeIgnored();
        GivenConfiguration given = GivenConfiguration.read(session, config);
        if (!given.isWhole()) {
            session.report(
                    "perf-agent: nothing was judged, because limits with mistakes are ignored and anything could pass");
            return ExitCode.IO;
        }
        Configuration configuration = given.content();
        Upkeep.before(session, history);
        StoredRuns stored = StoredRuns.open(session, history);
        List<StoredRun> runs = runs(stored);
        if (runs.size() > 1 && !selection.hasTime()) {
            stored.reportProblems();
            session.report("perf-agent: more than one run has an id that begins with '" + id + "'; 'runs' lists them");
            return ExitCode.USAGE;
        }
        if (runs.isEmpty()) {
            stored.reportProblems();
            return id == null || isLast()
                    ? NoRunFits.report(session, stored, selection.selection())
                    : stored.reportNoSuchId(id);
        }
        Thresholds stated = configuration.thresholds();
        Thresholds thresholds = stated == null ? Thresholds.standard() : stated;
        UnusedLimits.report(session, configuration, stored.aside());
        Checker checker = new Checker(thresholds, configuration.settings().application(), tolerance.given());
        StoredEarlierRuns earlier = new StoredEarlierRuns(stored);
        List<CheckedRun> checked = checker.check(runs, earlier);
        stored.reportProblems();
        earlier.reportHowFar(session);
        FailOn fails = failOn(thresholds);
        write(checked, fails, stored);
        return checked.stream().anyMatch(one -> one.isAgainst(fails.least())) ? ExitCode.AGAINST : ExitCode.FINE;
    }

    private void refuseWhatWouldBeIgnored() {
        String problem = null;
        if (id != null && selection.hasTime()) {
            problem = "give a run, or --since or --timeframe, not both";
        } else if (!isLast() && selection.hasNames()) {
            problem = "--command and --application choose among runs; '" + id + "' is one already";
        } else if (!isLast() && selection.hasKind()) {
            problem = "--version and --label choose among runs; '" + id + "' is one already";
        } else if (!selection.hasTime() && spec.commandLine().getParseResult().hasMatchedOption("--limit")) {
            problem = "--limit is for --since or --timeframe; without them one run is judged";
        }
        if (problem != null) {
            throw new ParameterException(spec.commandLine(), problem);
        }
    }

    private boolean isLast() {
        return id == null || id.equals(LAST);
    }

    /** Those to judge, the newest first. */
    private List<StoredRun> runs(StoredRuns stored) throws IOException {
        List<RawRun> found = id != null && !isLast()
                ? stored.history().ofId(id, MAX_CANDIDATES)
                : stored.history()
                        .newest(new RunQuery(selection.selection(), !selection.hasTime() ? 1 : limit.limit()));
        return found.stream().map(RawRun::run).toList();
    }

    private FailOn failOn(Thresholds thresholds) {
        Severity configured = thresholds.notification().failOn();
        return failOn.or(configured == null ? FailOn.WARNING : FailOn.of(configured));
    }

    private void write(List<CheckedRun> checked, FailOn fails, StoredRuns stored) {
        switch (session.common().format()) {
            case JSON ->
                session.json(
                        CheckJson.of(checked, fails, stored.history().tally().skippedLines()));
            case JUNIT -> new CheckJUnit().write(checked, fails, session.out());
            case GITHUB -> new CheckAnnotations().write(checked, session.out());
            default -> session.show(new CheckDocument(session.clock().getZone()).of(checked, fails));
        }
    }
}
