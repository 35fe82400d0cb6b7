package dev.perfagent.cli.command;

import dev.perfagent.baseline.Baseline;
import dev.perfagent.baseline.BaselineStore;
import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.option.ManyFormats;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.view.baseline.BaselineList;
import dev.perfagent.cli.view.baseline.BaselineListJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists what was kept. */
@Command(
        name = "list",
        addMethodSubcommands = false,
        header = "Lists the saved baselines.",
        footer = {"", "Example:", "  java -jar perf-agent.jar baseline list --format json"})
final class BaselineListCommand implements Callable<Integer>, ManyFormats {
    private final Session session;

    BaselineListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Set<Format> formats() {
        return OF_DOCUMENTS;
    }

    @Override
    public Integer call() throws IOException {
        BaselineStore store = new BaselineStore(session.home());
        List<Baseline> baselines = new ArrayList<>();
        boolean failed = false;
        for (String name : store.names()) {
            Path file = store.file(name);
            if (file == null) {
                continue;
            }
            try {
                baselines.add(BaselineStore.read(file));
            } catch (IOException e) {
                session.report("perf-agent: " + e.getMessage());
                failed = true;
            }
        }
        if (session.common().isJson()) {
            session.json(BaselineListJson.of(baselines));
        } else if (!baselines.isEmpty()) {
            session.show(new BaselineList(session.clock().getZone()).of(baselines));
        } else if (!failed) {
            session.report(
                    "No baselines. To save one:\n  java -jar perf-agent.jar baseline save NAME --runs 'last 30'");
        }
        return failed ? ExitCode.IO : ExitCode.FINE;
    }
}
