package dev.perfagent.cli.command;

import dev.perfagent.cli.session.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Keeps runs to compare with. */
@Command(
        name = "baseline",
        addMethodSubcommands = false,
        synopsisSubcommandLabel = "COMMAND",
        header = "Saves runs to compare with later.",
        footer = {
            "",
            "Examples:",
            "  java -jar perf-agent.jar baseline save release-2 --runs version:2.0.0",
            "  java -jar perf-agent.jar compare --baseline release-2 --current 7d",
            "  java -jar perf-agent.jar baseline write release-2 config/benchmarks.yml"
        })
final class BaselineCommand extends CommandGroup {
    static CommandLine of(Session session) {
        return new CommandLine(new BaselineCommand())
                .addSubcommand(new BaselineSaveCommand(session))
                .addSubcommand(new BaselineListCommand(session))
                .addSubcommand(new BaselineWriteCommand(session))
                .addSubcommand(new BaselineDeleteCommand(session));
    }
}
