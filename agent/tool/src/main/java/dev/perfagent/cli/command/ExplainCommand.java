package dev.perfagent.cli.command;

import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.option.ManyFormats;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.NameSuggestions;
import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.session.UnusedLimits;
import dev.perfagent.cli.view.match.MatchDocument;
import dev.perfagent.config.ConfigReader;
import dev.perfagent.history.History;
import dev.perfagent.match.MatchFile;
import dev.perfagent.match.Matches;
import dev.perfagent.settings.Configuration;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Explains which rules matched. */
@Command(
        name = "explain",
        addMethodSubcommands = false,
        header = "Explains which rules of instrumentation.yml matched which classes, and why others did not.",
        description = {
            "",
            "Shows what the last cold run found: the run that added hooks to the classes and made the plan "
                    + "that later runs read. 'plan clear' makes the next run a cold one."
        },
        footer = {"", "Example:", "  java -jar perf-agent.jar explain ghpm"})
final class ExplainCommand implements Callable<Integer>, ManyFormats {
    private static final String NOTHING = "{\"schema\":1,\"application\":null,\"rules\":[],\"probes\":[]}";

    private final Session session;

    @Parameters(
            arity = "0..1",
            paramLabel = "APPLICATION",
            description = "The application; by default the one of the last cold run.")
    private @Nullable String application;

    ExplainCommand(Session session) {
        this.session = session;
    }

    @Override
    public Set<Format> formats() {
        return OF_DOCUMENTS;
    }

    @Override
    public Integer call() throws IOException {
        Matches matches = Matches.read(session.home());
        matches.unreadable().forEach(file -> session.report("perf-agent: cannot read " + file));
        if (matches.found().isEmpty()) {
            if (!matches.unreadable().isEmpty()) {
                return ExitCode.IO;
            }
            if (session.common().isJson()) {
                session.out().json(NOTHING);
            }
            session.report("Nothing to explain in " + session.home() + " yet. Run the tool once with the agent:\n"
                    + "  java -javaagent:perf-agent.jar="
                    + (session.common().isHomeGiven() ? "home=" + session.home() + "," : "")
                    + "config=DIR -jar your-tool.jar");
            return ExitCode.USAGE;
        }
        String wanted = application;
        for (MatchFile found : matches.found()) {
            if (wanted == null || wanted.equals(found.application())) {
                show(found);
                return ExitCode.FINE;
            }
        }
        return reportUnknown(String.valueOf(wanted), matches);
    }

    private int reportUnknown(String wanted, Matches matches) {
        List<String> names =
                matches.found().stream().map(MatchFile::application).toList();
        session.report("perf-agent: no application '" + wanted + "' ran with the agent here"
                + NameSuggestions.insteadOf(wanted, names));
        return ExitCode.USAGE;
    }

    private void show(MatchFile found) throws IOException {
        if (session.common().isJson()) {
            session.out().json(found.json());
        } else {
            session.show(new MatchDocument(session.clock().getZone()).of(found));
        }
        String config = found.config();
        if (config != null && new File(config).isDirectory()) {
            Configuration configuration = new ConfigReader().read(new File(config), new ArrayList<>());
            UnusedLimits.report(session, configuration, new History(session.home()));
        }
    }
}
