package dev.perfagent.cli.command;

import dev.perfagent.cli.session.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All about plans. */
@Command(
        name = "plan",
        addMethodSubcommands = false,
        header = "Lists, shows and deletes plans, which first runs make so that later runs start faster.",
        synopsisSubcommandLabel = "list|show|clear",
        footer = {"", "Example:", "  java -jar perf-agent.jar plan list"})
final class PlanCommand extends CommandGroup {
    private PlanCommand() {}

    static CommandLine of(Session session) {
        return new CommandLine(new PlanCommand())
                .addSubcommand(new PlanListCommand(session))
                .addSubcommand(new PlanShowCommand(session))
                .addSubcommand(new PlanClearCommand(session));
    }
}
