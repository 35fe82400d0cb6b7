package dev.perfagent.cli.command;

import dev.perfagent.cli.session.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All about watching the machine. */
@Command(
        name = "monitor",
        addMethodSubcommands = false,
        header = "Watches the machine in the background, so that one sees what it did while a command was slow.",
        synopsisSubcommandLabel = "start|status|stop|collect|report",
        footer = {"", "Example:", "  java -jar perf-agent.jar monitor start --duration 1h"})
final class MonitorCommand extends CommandGroup {
    private MonitorCommand() {}

    static CommandLine of(Session session) {
        return new CommandLine(new MonitorCommand())
                .addSubcommand(new MonitorStartCommand(session))
                .addSubcommand(new MonitorStatusCommand(session))
                .addSubcommand(new MonitorStopCommand(session))
                .addSubcommand(new MonitorCollectCommand(session))
                .addSubcommand(new MonitorReportCommand(session));
    }
}
