package dev.perfagent.cli.command;

import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.option.ManyFormats;
import dev.perfagent.cli.session.Session;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** All about watching the machine. */
@Command(
        name = "monitor",
        addMethodSubcommands = false,
        header = "Watches the machine in the background, so that one sees what it did while a command was slow.",
        synopsisSubcommandLabel = "start|status|stop|collect|report",
        footer = {"", "Example:", "  java -jar perf-agent.jar monitor start --duration 1h"})
final class MonitorCommand implements Callable<Integer>, ManyFormats {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private MonitorCommand() {}

    static CommandLine of(Session session) {
        return new CommandLine(new MonitorCommand())
                .addSubcommand(new MonitorStartCommand(session))
                .addSubcommand(new MonitorStatusCommand(session))
                .addSubcommand(new MonitorStopCommand(session))
                .addSubcommand(new MonitorCollectCommand(session))
                .addSubcommand(new MonitorReportCommand(session));
    }

    @Override
    public Set<Format> formats() {
        return Set.of();
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "a command is missing; there are "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
