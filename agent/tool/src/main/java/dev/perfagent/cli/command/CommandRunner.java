package dev.perfagent.cli.command;

import dev.perfagent.cli.option.FormatOption;
import dev.perfagent.cli.option.SinceConverter;
import dev.perfagent.cli.option.TimeframeConverter;
import dev.perfagent.cli.output.WriteFailure;
import dev.perfagent.history.TimeRange;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads a command line and runs what it asks for; turns every end into an exit code. */
public final class CommandRunner {
    private final Session session;
    private final String version;

    /** @param version told by {@code --version} */
    public CommandRunner(Session session, String version) {
        this.session = session;
        this.version = version;
    }

    /** The exit code; nothing is thrown. */
    public int run(String... arguments) {
        StringWriter help = new StringWriter();
        CommandLine commandLine = PerfAgentCommand.of(session)
                .registerConverter(Instant.class, new SinceConverter(session.clock()))
                .registerConverter(TimeRange.class, new TimeframeConverter(session.clock()))
                .setExpandAtFiles(false)
                .setOut(new PrintWriter(help))
                .setColorScheme(Help.defaultColorScheme(session.out().screen().color() ? Help.Ansi.ON : Help.Ansi.OFF))
                .setExecutionStrategy(this::execute)
                .setParameterExceptionHandler((problem, ignored) -> wrongUsage(problem))
                .setExecutionExceptionHandler((problem, ignored, parsed) -> failed(problem));
        commandLine.getCommandSpec().version("perf-agent " + version);
        layOutHelp(commandLine);
        try {
            int exitCode = commandLine.execute(arguments);
            session.out().text(help.toString());
            session.out().flush();
            return exitCode;
        } catch (WriteFailure e) {
            return failed(e);
        }
    }

    private int execute(ParseResult parsed) {
        ParseResult leaf = parsed;
        while (leaf.hasSubcommand()) {
            refuseOwnOptions(leaf);
            leaf = leaf.subcommand();
        }
        if (!leaf.isUsageHelpRequested()) {
            FormatOption.check(leaf.commandSpec(), session.common());
        }
        return new RunLast().execute(parsed);
    }

    /** What was meant for a command below would be left out without a word. */
    private static void refuseOwnOptions(ParseResult parsed) {
        for (OptionSpec option : parsed.matchedOptions()) {
            if (!option.inherited() && option.scopeType() != ScopeType.INHERIT) {
                String below = parsed.subcommand().commandSpec().name();
                throw new ParameterException(
                        parsed.subcommand().commandSpec().commandLine(),
                        option.longestName() + " was given before '" + below + "'; give it after that");
            }
        }
    }

    private static void layOutHelp(CommandLine command) {
        command.getCommandSpec()
                .usageMessage()
                .synopsisHeading("%nUsage: ")
                .parameterListHeading("%n")
                .optionListHeading(
                        command.getCommandSpec().positionalParameters().isEmpty() ? "%n" : "")
                .commandListHeading("%nCommands:%n");
        FormatOption.narrow(command.getCommandSpec());
        command.getSubcommands().values().forEach(CommandRunner::layOutHelp);
    }

    private int wrongUsage(ParameterException problem) {
        session.tell("perf-agent: " + String.valueOf(problem.getMessage()).replaceFirst("^Error: ", ""));
        StringWriter suggestions = new StringWriter();
        if (UnmatchedArgumentException.printSuggestions(problem, new PrintWriter(suggestions))) {
            session.tell(suggestions.toString().strip());
        }
        session.tell("See: " + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private int failed(Exception problem) {
        if (problem instanceof WriteFailure failure) {
            if (failure.readerLeft()) {
                return ExitCode.FINE;
            }
            session.tell("perf-agent: cannot write the output: " + failure.getMessage());
        } else if (problem instanceof ParameterException usage) {
            return wrongUsage(usage);
        } else if (problem instanceof IOException) {
            session.tell("perf-agent: " + problem.getMessage());
        } else {
            session.tell("perf-agent: unexpected: " + problem);
        }
        return ExitCode.IO;
    }
}
