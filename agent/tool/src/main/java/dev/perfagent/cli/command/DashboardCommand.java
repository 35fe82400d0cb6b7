package dev.perfagent.cli.command;

import dev.perfagent.cli.option.ConfigOption;
import dev.perfagent.cli.option.HistoryOptions;
import dev.perfagent.cli.option.SelectionOptions;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.GivenConfiguration;
import dev.perfagent.cli.session.NoRunFits;
import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.session.StoredRuns;
import dev.perfagent.cli.session.Upkeep;
import dev.perfagent.cli.view.dashboard.DashboardHtml;
import dev.perfagent.cli.view.dashboard.DashboardJson;
import dev.perfagent.export.NewFile;
import dev.perfagent.history.RunSelection;
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

/** Writes or serves the dashboard. */
@Command(
        name = "dashboard",
        addMethodSubcommands = false,
        header = "Writes or serves a page with charts of all commands.",
        description = {
            "",
            "The page is one HTML file that needs no network: what became slower, since when, with which version and"
                    + " in which part, GitHub quota, advice, and the history of each command. With --serve it is at an"
                    + " address of this machine and shows new runs by itself. JSON has the summary only. See"
                    + " docs/dashboard.md."
        },
        footer = {
            "",
            "Examples:",
            "  java -jar perf-agent.jar dashboard --timeframe month --output dashboard.html",
            "  java -jar perf-agent.jar dashboard --serve",
            "  java -jar perf-agent.jar dashboard --format json"
        })
final class DashboardCommand implements Callable<Integer> {
    private static final int MOST_PORT = 65_535;

    private final Session session;

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Mixin
    private final HistoryOptions from = new HistoryOptions();

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Option(names = "--output", paramLabel = "FILE", description = "Write the page to this file.")
    private @Nullable Path output;

    @Option(
            names = "--serve",
            description = {
                "Serve the page on this machine until Ctrl-C: it shows new runs by itself. Its address, which has a"
                        + " secret part, is printed. The same address with 'metrics' at its end is for Prometheus."
            })
    private boolean serve;

    @Option(names = "--port", paramLabel = "N", description = "With --serve: the port; by default any that is free.")
    private @Nullable Integer port;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    DashboardCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        String mistake = mistake();
        if (mistake != null) {
            throw new ParameterException(spec.commandLine(), mistake);
        }
        GivenConfiguration configuration = GivenConfiguration.read(session, config);
        Upkeep.before(session, from);
        StoredRuns stored = StoredRuns.open(session, from);
        RunSelection wanted = selection.selection();
        DashboardSource source = new DashboardSource(
                session, stored, wanted, selection.scope(session.clock().instant()), configuration);
        DashboardSource.Gathered gathered = source.first();
        if (gathered.isEmpty()) {
            return NoRunFits.report(session, stored, wanted);
        }
        if (session.common().isJson()) {
            session.json(DashboardJson.of(gathered.report()));
        }
        if (output != null) {
            write(DashboardHtml.of(source.data(gathered, new FlameGraphs(session.newHome(), output))), output);
        }
        if (serve) {
            new DashboardServer(session, source).serve(port == null ? 0 : port, gathered);
        }
        return ExitCode.FINE;
    }

    private @Nullable String mistake() {
        if (!session.common().isJson() && output == null && !serve) {
            return "give a file for the page with --output, or --serve, or --format json for the summary";
        } else if (serve && (output != null || session.common().isJson())) {
            return "--serve goes on until Ctrl-C; give --output or --format json without it";
        } else if (port != null && !serve) {
            return "--port is for --serve";
        }
        return port != null && (port < 0 || port > MOST_PORT)
                ? "--port has to be a number from 0 to " + MOST_PORT
                : null;
    }

    private static void write(String page, Path to) throws IOException {
        try (NewFile file = NewFile.at(to)) {
            file.stream().write(page.getBytes(StandardCharsets.UTF_8));
            file.complete();
        }
    }
}
