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

/** All about plans. */
@Command(
        name = "plan",
        addMethodSubcommands = false,
        header = "Lists, shows and deletes plans, which first runs make so that later runs start faster.",
        synopsisSubcommandLabel = "list|show|clear",
        footer = {"", "Example:", "  java -jar perf-agent.jar plan list"})
final class PlanCommand implements Callable<Integer>, ManyFormats {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private PlanCommand() {}

    static CommandLine of(Session session) {
        return new CommandLine(new PlanCommand())
                .addSubcommand(new PlanListCommand(session))
                .addSubcommand(new PlanShowCommand(session))
                .addSubcommand(new PlanClearCommand(session));
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
