package dev.perfagent.cli.command;

import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.option.ManyFormats;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.view.monitor.StatusJson;
import dev.perfagent.monitor.MonitorFolder;
import dev.perfagent.monitor.MonitorStatus;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows whether the monitor runs. */
@Command(
        name = "status",
        addMethodSubcommands = false,
        header = "Shows whether a monitor watches the machine, since when, and what it costs.",
        description = {"", "Ends with 0 when a monitor runs, with 2 when none does."},
        footer = {"", "Example:", "  java -jar perf-agent.jar monitor status"})
final class MonitorStatusCommand implements Callable<Integer>, ManyFormats {
    private final Session session;

    MonitorStatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Set<Format> formats() {
        return OF_DOCUMENTS;
    }

    @Override
    public Integer call() throws IOException {
        MonitorFolder folder = new MonitorFolder(session.home().toAbsolutePath().toFile());
        MonitorStatus status = MonitorStatus.read(folder);
        if (status != null) {
            ShownStatus.show(status, folder, session);
            return status.running() ? ExitCode.FINE : ExitCode.USAGE;
        }
        if (session.common().isJson()) {
            session.json(StatusJson.none());
        }
        session.report("No monitor is running, and none has run here; 'monitor start' starts one.");
        return ExitCode.USAGE;
    }
}
