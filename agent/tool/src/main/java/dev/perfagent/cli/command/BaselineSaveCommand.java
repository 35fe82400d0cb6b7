package dev.perfagent.cli.command;

import dev.perfagent.baseline.Baseline;
import dev.perfagent.baseline.BaselineStore;
import dev.perfagent.cli.option.HistoryOptions;
import dev.perfagent.cli.option.NameOptions;
import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.session.ChosenRuns;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.session.UsesHome;
import dev.perfagent.cli.view.baseline.BaselineListJson;
import dev.perfagent.compare.RunGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keeps runs under a name. */
@Command(
        name = "save",
        addMethodSubcommands = false,
        header = "Saves runs under a name, to compare with later.",
        description = {
            "",
            "Saves the times and amounts of each run that succeeded and was warm (not a first run, which is slower)."
                    + " Of each command on each machine it saves at most the newest "
                    + Baseline.MOST_RUNS
                    + " runs."
        },
        footer = {"", "Example:", "  java -jar perf-agent.jar baseline save release-2 --runs version:2.0.0"})
final class BaselineSaveCommand implements Callable<Integer>, UsesHome {
    private final Session session;

    @Parameters(
            paramLabel = "NAME",
            description = "The baseline's name: letters, digits and . _ + -, at most 64 characters.")
    private String name = "";

    @Option(
            names = "--runs",
            paramLabel = "RUNS",
            description = "Which runs: " + ChosenRuns.FORMS + "; by default 'last 30' of each command.")
    private String runs = "last 30";

    @Mixin
    private final NameOptions names = new NameOptions();

    @Option(names = "--force", description = "Replace the baseline of that name, if there is one.")
    private boolean force;

    @Mixin
    private final HistoryOptions from = new HistoryOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    BaselineSaveCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        if (!BaselineStore.NAME.matcher(name).matches()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + name + "' is not a valid name; give letters, digits and . _ + -, at most 64");
        }
        if (ChosenRuns.reader(session).isReserved(name)) {
            throw new ParameterException(
                    spec.commandLine(), "'" + name + "' always means a time or the last runs; give another name");
        }
        ChosenRuns chosen = new ChosenRuns(session, spec, from);
        RunGroup group = chosen.of(names.application(), names.command(), runs).get(0);
        if (group.size() == 0) {
            return chosen.reportEmpty(List.of(group), names.application(), names.command());
        }
        Baseline baseline = Baseline.of(name, session.clock().instant(), group);
        Path file = new BaselineStore(session.home()).save(baseline, force);
        if (file == null) {
            session.report("perf-agent: there is a baseline '" + name + "' already; --force replaces it");
            return ExitCode.USAGE;
        }
        if (session.common().isJson()) {
            session.json(BaselineListJson.of(List.of(baseline)));
        } else {
            String kept = ChosenRuns.leftOut(baseline.runs());
            session.out()
                    .line("saved " + name + ": "
                            + Amount.counted(baseline.runs().size(), "run", "runs") + " of "
                            + Amount.counted(baseline.runs().runs().size(), "command", "commands")
                            + (kept.isEmpty() ? "" : "; left out: " + kept));
        }
        return ExitCode.FINE;
    }
}
