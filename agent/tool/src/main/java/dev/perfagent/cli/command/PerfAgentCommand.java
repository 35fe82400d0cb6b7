package dev.perfagent.cli.command;

import dev.perfagent.cli.option.CommonOptions;
import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.option.ManyFormats;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root: says what there is. */
@Command(
        name = "perf-agent",
        synopsisSubcommandLabel = "COMMAND",
        header = "Looks at what perf-agent measured.",
        footer = {
            "",
            "Measure a tool:",
            "  java -javaagent:perf-agent.jar -jar your-tool.jar",
            "Then look at it:",
            "  java -jar perf-agent.jar runs",
            "",
            "Exit codes: 0 fine, 1 a check failed, 2 wrong usage or no matching run,",
            "3 cannot read or write."
        })
final class PerfAgentCommand implements Callable<Integer>, ManyFormats {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli fills it in
    private final CommonOptions common;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--version", versionHelp = true, description = "Show the version and exit.")
    @SuppressWarnings("UnusedVariable") // declares the option; picocli acts on it
    private boolean version;

    PerfAgentCommand(CommonOptions common) {
        this.common = common;
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

    /** The whole command line, in the order of help. A new command is one more line here. */
    static CommandLine of(Session session) {
        return new CommandLine(new PerfAgentCommand(session.common()))
                .addSubcommand(new CommandLine(new RunsCommand(session)).addSubcommand(new ShowCommand(session)))
                .addSubcommand(new ReportCommand(session))
                .addSubcommand(new AnalyzeCommand(session))
                .addSubcommand(new OptimizeCommand(session))
                .addSubcommand(new CompareCommand(session))
                .addSubcommand(BaselineCommand.of(session))
                .addSubcommand(new CheckCommand(session))
                .addSubcommand(new AlertsCommand(session))
                .addSubcommand(new ExplainCommand(session))
                .addSubcommand(PrepareCommand.of(session))
                .addSubcommand(PlanCommand.of(session))
                .addSubcommand(new ExportCommand(session))
                .addSubcommand(new PruneCommand(session))
                .addSubcommand(new CompletionCommand(session));
    }
}
