package dev.perfagent.cli.command;

import dev.perfagent.cli.session.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All about the speed of the machine. */
@Command(
        name = "system",
        addMethodSubcommands = false,
        header = "Measures how fast the machine is, and compares that with a baseline or another machine.",
        synopsisSubcommandLabel = "benchmark|compare",
        footer = {"", "Example:", "  java -jar perf-agent.jar system benchmark"})
final class SystemCommand extends CommandGroup {
    /** In the home: results.json and baseline.json are there. */
    static final String FOLDER = "system";

    private SystemCommand() {}

    static CommandLine of(Session session) {
        return new CommandLine(new SystemCommand())
                .addSubcommand(new SystemBenchmarkCommand(session))
                .addSubcommand(new SystemCompareCommand(session));
    }
}
