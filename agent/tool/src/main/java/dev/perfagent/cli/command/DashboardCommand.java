package dev.perfagent.cli.command;

import dev.perfagent.analysis.Analyzer;
import dev.perfagent.analysis.Scope;
import dev.perfagent.cli.option.ConfigOption;
import dev.perfagent.cli.option.HistoryOptions;
import dev.perfagent.cli.option.SelectionOptions;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.GivenConfiguration;
import dev.perfagent.cli.session.NoRunFits;
import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.session.StoredRuns;
import dev.perfagent.cli.session.Upkeep;
import dev.perfagent.cli.view.dashboard.DashboardData;
import dev.perfagent.cli.view.dashboard.DashboardHtml;
import dev.perfagent.cli.view.dashboard.DashboardJson;
import dev.perfagent.export.NewFile;
import dev.perfagent.report.Report;
import dev.perfagent.report.Reporter;
import dev.perfagent.tally.Tally;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the dashboard. */
@Command(
        name = "dashboard",
        addMethodSubcommands = false,
        header = "Writes a page with charts of all commands.",
        description = {
            "",
            "The page is one HTML file that needs no network: what became slower, since when and with which version,"
                    + " where the time goes, GitHub quota, advice, and the history of each command. JSON has the summary"
                    + " only. See docs/dashboard.md."
        },
        footer = {
            "",
            "Examples:",
            "  java -jar perf-agent.jar dashboard --timeframe month --output dashboard.html",
            "  java -jar perf-agent.jar dashboard --format json"
        })
final class DashboardCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Mixin
    private final HistoryOptions from = new HistoryOptions();

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Option(names = "--output", paramLabel = "FILE", description = "Write the page to this file.")
    private @Nullable Path output;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    DashboardCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        if (!session.common().isJson() && output == null) {
            throw new ParameterException(
                    spec.commandLine(), "give a file for the page with --output, or --format json for the summary");
        }
        GivenConfiguration configuration = GivenConfiguration.read(session, config);
        Upkeep.before(session, from);
        StoredRuns stored = StoredRuns.open(session, from);
        Tally tally = stored.collect(
                selection.selection(),
                Tally.samplingCollector(selection.selection().kind()));
        if (tally.counts().runs() == 0) {
            return NoRunFits.report(session, stored, selection.selection());
        }
        Scope scope = selection.scope(session.clock().instant());
        Report report = new Reporter(configuration.budgets())
                .of(tally, scope, stored.history().tally());
        if (session.common().isJson()) {
            session.json(DashboardJson.of(report));
        }
        if (output != null) {
            Analyzer analyzer = new Analyzer(session.clock().getZone());
            write(DashboardHtml.of(DashboardData.of(tally, report, analyzer.of(tally, scope))), output);
        }
        return ExitCode.FINE;
    }

    private static void write(String page, Path to) throws IOException {
        try (NewFile file = NewFile.at(to)) {
            file.stream().write(page.getBytes(StandardCharsets.UTF_8));
            file.complete();
        }
    }
}
