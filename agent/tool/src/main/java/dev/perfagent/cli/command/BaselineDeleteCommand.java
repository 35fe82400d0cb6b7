package dev.perfagent.cli.command;

import dev.perfagent.baseline.BaselineStore;
import dev.perfagent.cli.output.SafeText;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.NameSuggestions;
import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.view.baseline.BaselineListJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Forgets what was kept. */
@Command(
        name = "delete",
        addMethodSubcommands = false,
        header = "Deletes saved baselines.",
        footer = {"", "Example:", "  java -jar perf-agent.jar baseline delete release-1"})
final class BaselineDeleteCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "1..*", paramLabel = "NAME", description = "The baseline's name, as in 'baseline list'.")
    private final List<String> names = new ArrayList<>();

    BaselineDeleteCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        BaselineStore store = new BaselineStore(session.home());
        List<String> deleted = new ArrayList<>();
        for (String name : names) {
            if (store.delete(name)) {
                deleted.add(name);
            } else {
                session.report("perf-agent: " + NameSuggestions.noBaseline(name, store.names()));
            }
        }
        if (session.common().isJson()) {
            session.json(new BaselineListJson.Deleted(deleted));
        } else {
            deleted.forEach(name -> session.out().line("deleted " + SafeText.text(name)));
        }
        return deleted.size() == names.size() ? ExitCode.FINE : ExitCode.USAGE;
    }
}
