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
final class BaselineCommand implements Callable<Integer>, ManyFormats {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    static CommandLine of(Session session) {
        return new CommandLine(new BaselineCommand())
                .addSubcommand(new BaselineSaveCommand(session))
                .addSubcommand(new BaselineListCommand(session))
                .addSubcommand(new BaselineWriteCommand(session))
                .addSubcommand(new BaselineDeleteCommand(session));
    }

    @Override
    public Set<Format> formats() {
        return Set.of();
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is missing; there are save, list, write, delete");
    }
}
