package dev.perfagent.cli.command;

import dev.perfagent.cli.option.ConfigOption;
import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.option.HistoryOptions;
import dev.perfagent.cli.option.ManyFormats;
import dev.perfagent.cli.option.SelectionOptions;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.GivenConfiguration;
import dev.perfagent.cli.session.NoRunFits;
import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.session.StoredRuns;
import dev.perfagent.cli.session.Upkeep;
import dev.perfagent.cli.view.report.ReportCsv;
import dev.perfagent.cli.view.report.ReportDocument;
import dev.perfagent.cli.view.report.ReportJson;
import dev.perfagent.cli.view.report.VersionCsv;
import dev.perfagent.report.Report;
import dev.perfagent.report.Reporter;
import dev.perfagent.tally.Tally;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reports on the history. */
@Command(
        name = "report",
        addMethodSubcommands = false,
        header = "Reports how each command does: times, memory, GitHub API, caches, trend, advice.",
        description = {
            "",
            "Times cover only runs that succeeded, were warm (not a first run, which is slower), and were neither profiled"
                    + " nor part of a benchmark."
                    + " Ratings and scores need a configuration; settings with mistakes are reported and ignored.",
            "Score: target time divided by median time, at most 100%%. Rating of time: excellent up to "
                    + "target_ms of benchmarks.yml, good up to baseline_ms, acceptable up to max_acceptable_ms, poor "
                    + "above.",
            "Memory efficiency: share of the process's time outside garbage collection; 99%% is excellent, 95%% good,"
                    + " 90%% acceptable, less is poor. A median heap growth over max_heap_delta_mb is poor, too.",
            "API efficiency: share of requests that were needed; repeats in the same run and small pages are not. 95%%"
                    + " is excellent, 80%% good, 60%% acceptable, less is poor. A mean over max_api_requests is poor, too."
        },
        footer = {
            "",
            "Examples:",
            "  java -jar perf-agent.jar report --timeframe week --config perf",
            "  java -jar perf-agent.jar report --command batch --format markdown",
            "  java -jar perf-agent.jar report --by-version"
        })
final class ReportCommand implements Callable<Integer>, ManyFormats {
    private final Session session;

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Mixin
    private final HistoryOptions from = new HistoryOptions();

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Option(
            names = "--by-version",
            description = "Show only times by version of the application, oldest first. JSON always has them.")
    private boolean byVersion;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    ReportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.TEXT, Format.JSON, Format.CSV, Format.MARKDOWN);
    }

    @Override
    public Integer call() throws IOException {
        if (byVersion && session.common().isJson()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--by-version is for text, markdown and csv; JSON has times by version in any case");
        }
        GivenConfiguration configuration = GivenConfiguration.read(session, config);
        if (!configuration.isWhole()) {
            session.report("perf-agent: settings with mistakes are ignored: ratings and scores may be missing");
        }
        Reporter reporter = new Reporter(configuration.budgets());
        Upkeep.before(session, from);
        StoredRuns stored = StoredRuns.open(session, from);
        Tally tally = stored.collect(
                selection.selection(), Tally.collector(selection.selection().kind()));
        Report report = reporter.of(
                tally,
                selection.scope(session.clock().instant()),
                stored.history().tally());
        if (tally.counts().runs() > 0 || session.common().format() != Format.TEXT) {
            write(report);
        }
        return tally.counts().runs() == 0 ? NoRunFits.report(session, stored, selection.selection()) : ExitCode.FINE;
    }

    private void write(Report report) {
        ZoneId zone = session.clock().getZone();
        switch (session.common().format()) {
            case JSON -> session.json(ReportJson.of(report));
            case CSV -> session.out().file(byVersion ? VersionCsv.of(report) : ReportCsv.of(report));
            default ->
                session.show(byVersion ? ReportDocument.byVersion(report, zone) : ReportDocument.of(report, zone));
        }
    }
}
