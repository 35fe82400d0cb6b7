package dev.perfagent.cli.command;

import dev.perfagent.calibrate.SavedSystem;
import dev.perfagent.calibrate.Slowdown;
import dev.perfagent.cli.option.FailOn;
import dev.perfagent.cli.option.FailOnOption;
import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.option.ManyFormats;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.view.system.SystemComparisonDocument;
import dev.perfagent.cli.view.system.SystemComparisonJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Compares how fast two machines are, or one at two times. */
@Command(
        name = "compare",
        addMethodSubcommands = false,
        header = "Compares how fast this machine is with its baseline, or with another machine.",
        description = {
            "",
            "Up to 20%% more time for the same work is ok, 21 to 50%% is a warning, more than 50%% is critical. Ends with "
                    + "1 at a warning; --fail-on changes that."
        },
        footer = {
            "",
            "Examples:",
            "  java -jar perf-agent.jar system compare",
            "  java -jar perf-agent.jar system compare results.json other-machine.json"
        })
final class SystemCompareCommand implements Callable<Integer>, ManyFormats {
    private final Session session;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "CURRENT",
            description = "A results.json of system benchmark; by default the newest one in the home.")
    private @Nullable Path current;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "BASELINE",
            description = "What it is compared with; by default baseline.json in the home.")
    private @Nullable Path baseline;

    @Mixin
    private final FailOnOption failOn = new FailOnOption();

    SystemCompareCommand(Session session) {
        this.session = session;
    }

    @Override
    public Set<Format> formats() {
        return OF_DOCUMENTS;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = session.home().resolve(SystemCommand.FOLDER);
        Path now = current == null ? folder.resolve("results.json") : current;
        Path then = baseline == null ? folder.resolve("baseline.json") : baseline;
        for (Path file : List.of(now, then)) {
            if (!Files.exists(file)) {
                session.report("perf-agent: '" + file + "' does not exist; 'system benchmark' makes it");
                return ExitCode.USAGE;
            }
        }
        SavedSystem newer = SavedSystem.read(now);
        SavedSystem older = SavedSystem.read(then);
        if (session.common().isJson()) {
            session.json(SystemComparisonJson.of(newer, older));
        } else {
            session.show(SystemComparisonDocument.of(newer, older));
        }
        FailOn fails = failOn.or(FailOn.WARNING);
        boolean against = newer.since(older).stream().map(Slowdown::verdict).anyMatch(fails::includes);
        return against ? ExitCode.AGAINST : ExitCode.FINE;
    }
}
