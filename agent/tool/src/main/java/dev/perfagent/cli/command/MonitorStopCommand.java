package dev.perfagent.cli.command;

import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.option.ManyFormats;
import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.Session;
import dev.perfagent.monitor.MonitorControl;
import dev.perfagent.monitor.MonitorFolder;
import dev.perfagent.monitor.MonitorStatus;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Ends the monitor. */
@Command(
        name = "stop",
        addMethodSubcommands = false,
        header = "Ends the monitor of this home; what it wrote stays.",
        footer = {"", "Example:", "  java -jar perf-agent.jar monitor stop"})
final class MonitorStopCommand implements Callable<Integer>, ManyFormats {
    private final Session session;

    MonitorStopCommand(Session session) {
        this.session = session;
    }

    @Override
    public Set<Format> formats() {
        return OF_DOCUMENTS;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        MonitorFolder folder = new MonitorFolder(session.home().toAbsolutePath().toFile());
        MonitorStatus status = new MonitorControl(folder).stop();
        if (status == null) {
            session.report("perf-agent: no monitor is running");
            return ExitCode.USAGE;
        }
        ShownStatus.show(status, folder, session);
        Map<String, Long> alerts = ShownStatus.alerts(status.session(), session);
        if (!alerts.isEmpty()) {
            session.report("perf-agent: alerts of this watch: "
                    + alerts.entrySet().stream()
                            .map(alert -> alert.getKey() + " " + Amount.counted(alert.getValue(), "time", "times"))
                            .collect(Collectors.joining(", "))
                    + "; 'alerts' shows them");
        }
        return ExitCode.FINE;
    }
}
