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

/** All about the speed of the machine. */
@Command(
        name = "system",
        addMethodSubcommands = false,
        header = "Measures how fast the machine is, and compares that with a baseline or another machine.",
        synopsisSubcommandLabel = "benchmark|compare",
        footer = {"", "Example:", "  java -jar perf-agent.jar system benchmark"})
final class SystemCommand implements Callable<Integer>, ManyFormats {
    /** In the home: results.json and baseline.json are there. */
    static final String FOLDER = "system";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private SystemCommand() {}

    static CommandLine of(Session session) {
        return new CommandLine(new SystemCommand())
                .addSubcommand(new SystemBenchmarkCommand(session))
                .addSubcommand(new SystemCompareCommand(session));
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
