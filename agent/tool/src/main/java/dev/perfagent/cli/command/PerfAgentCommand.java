package dev.perfagent.cli.command;

import dev.perfagent.cli.option.CommonOptions;
import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.option.ManyFormats;
import dev.perfagent.cli.session.Session;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
        addMethodSubcommands = false,
        synopsisSubcommandLabel = "COMMAND",
        header = "Shows what perf-agent measured.",
        footer = {
            "",
            "Measure a tool:",
            "  java -javaagent:perf-agent.jar -jar your-tool.jar",
            "Then look at it:",
            "  java -jar perf-agent.jar runs",
            "",
            "Exit codes: 0 fine, 1 a check or comparison failed, 2 wrong usage or no",
            "matching run, 3 cannot read or write."
        })
final class PerfAgentCommand implements Callable<Integer>, ManyFormats {
    /** Completes all of the others, so it has to know them. */
    private static final String COMPLETION = "completion";

    /** In the order of help. A new command is one more here, and one more line in {@link #command}. */
    private static final List<String> COMMANDS = List.of(
            "runs",
            "report",
            "analyze",
            "optimize",
            "compare",
            "baseline",
            "check",
            "alerts",
            "explain",
            "init",
            "prepare",
            "attach",
            "plan",
            "benchmark",
            "monitor",
            "profile",
            "system",
            "dashboard",
            "export",
            "prune",
            COMPLETION);

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

    /**
     * The command line for those arguments. When the first is a command, it has only that one, because each command costs the
     * start of the tool 5 to 10 ms; else all of them.
     */
    static CommandLine of(Session session, String... arguments) {
        CommandLine root = new CommandLine(new PerfAgentCommand(session.common()));
        String first = arguments.length == 0 ? "" : arguments[0];
        boolean one = COMMANDS.contains(first) && !first.equals(COMPLETION);
        for (String name : one ? List.of(first) : COMMANDS) {
            root.addSubcommand(command(name, session));
        }
        return root;
    }

    /**
     * A command that can run without a parser, with its options; else null. The parser takes half of the time of a short
     * command.
     */
    static @Nullable Callable<Integer> bare(PlainArguments plain, Session session) {
        Integer limit = plain.limit();
        Callable<Integer> command =
                switch (plain.command()) {
                    case "runs" -> new RunsCommand(session).limit(limit);
                    case "alerts" -> new AlertsCommand(session).limit(limit);
                    case "report" -> limit == null ? new ReportCommand(session) : null;
                    case "analyze" -> limit == null ? new AnalyzeCommand(session) : null;
                    default -> null;
                };
        if (command != null && plain.home() != null) {
            session.common().setHome(plain.home());
        }
        return command;
    }

    private static Object command(String name, Session session) {
        return switch (name) {
            case "runs" -> new CommandLine(new RunsCommand(session)).addSubcommand(new ShowCommand(session));
            case "report" -> new ReportCommand(session);
            case "analyze" -> new AnalyzeCommand(session);
            case "optimize" -> new OptimizeCommand(session);
            case "compare" -> new CompareCommand(session);
            case "baseline" -> BaselineCommand.of(session);
            case "check" -> new CheckCommand(session);
            case "alerts" -> new AlertsCommand(session);
            case "explain" -> new ExplainCommand(session);
            case "init" -> InitCommand.of(session);
            case "prepare" -> PrepareCommand.of(session);
            case "attach" -> new AttachCommand(session);
            case "plan" -> PlanCommand.of(session);
            case "benchmark" -> BenchmarkCommand.of(session);
            case "monitor" -> MonitorCommand.of(session);
            case "profile" -> ProfileCommand.of(session);
            case "system" -> SystemCommand.of(session);
            case "dashboard" -> new DashboardCommand(session);
            case "export" -> new ExportCommand(session);
            case "prune" -> new PruneCommand(session);
            case COMPLETION -> new CompletionCommand(session);
            default -> throw new IllegalArgumentException("no command: " + name);
        };
    }
}
