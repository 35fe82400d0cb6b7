package dev.perfagent.cli.command;

import dev.perfagent.cli.option.FormatOption;
import dev.perfagent.cli.option.PathConverter;
import dev.perfagent.cli.option.SinceConverter;
import dev.perfagent.cli.option.TimeframeConverter;
import dev.perfagent.cli.output.WriteFailure;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.NameSuggestions;
import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.session.UsesHome;
import dev.perfagent.config.Suggestion;
import dev.perfagent.history.FileProblem;
import dev.perfagent.history.TimeRange;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
    /** Types that picocli would load a reader for, though no option of ours has one of them: 25 ms of each start. */
    private static final String CONVERTERS = "java.*";

    private final Session session;
    private final String version;

    /** @param version printed by {@code --version} */
    public CommandRunner(Session session, String version) {
        this.session = session;
        this.version = version;
    }

    /** The exit code; nothing is thrown. */
    public int run(String... arguments) {
        PlainArguments plain = PlainArguments.of(arguments);
        Callable<Integer> bare = plain == null ? null : PerfAgentCommand.bare(plain, session);
        return bare == null ? runCommandLine(arguments) : runBare(bare);
    }

    private int runBare(Callable<Integer> command) {
        int exitCode;
        try {
            exitCode = command.call();
        } catch (Exception e) {
            exitCode = failed(e);
        }
        return flushed(exitCode);
    }

    private int runCommandLine(String... arguments) {
        System.setProperty("picocli.converters.excludes", CONVERTERS);
        StringWriter help = new StringWriter();
        CommandLine commandLine = PerfAgentCommand.of(session, arguments)
                .registerConverter(Instant.class, new SinceConverter(session.clock()))
                .registerConverter(TimeRange.class, new TimeframeConverter(session.clock()))
                .registerConverter(Path.class, new PathConverter())
                .setExpandAtFiles(false)
                .setOut(new PrintWriter(help))
                .setColorScheme(Help.defaultColorScheme(session.out().screen().color() ? Help.Ansi.ON : Help.Ansi.OFF))
                .setExecutionStrategy(this::execute)
                .setParameterExceptionHandler((problem, ignored) -> wrongUsage(problem))
                .setExecutionExceptionHandler((problem, ignored, parsed) -> failed(problem));
        commandLine.getCommandSpec().version("perf-agent " + version);
        layOutHelp(commandLine);
        int exitCode = commandLine.execute(arguments);
        try {
            session.out().text(help.toString());
        } catch (WriteFailure e) {
            return failed(e);
        }
        return flushed(exitCode);
    }

    private int flushed(int exitCode) {
        try {
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
            refuseTwoPlaces(leaf);
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

    /** With folders to read, the home is looked into by few. */
    private void refuseTwoPlaces(ParseResult leaf) {
        OptionSpec history = leaf.matchedOption("--history");
        if (history != null
                && history.isMultiValue() // that of alerts is no folder
                && session.common().isHomeGiven()
                && !(leaf.commandSpec().userObject() instanceof UsesHome)) {
            throw new ParameterException(
                    leaf.commandSpec().commandLine(), "--history is read instead of --home; give one of them");
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
        session.report("perf-agent: "
                + (problem instanceof UnmatchedArgumentException unmatched
                        ? unmatched(unmatched)
                        : String.valueOf(problem.getMessage())
                                .replaceFirst("^Error: ", "")
                                .replaceFirst("positional parameter at index \\S+ \\(([^)]*)\\)", "'$1'")));
        session.report("See: " + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    /** The first of them; what follows is often its value. */
    private static String unmatched(UnmatchedArgumentException problem) {
        CommandLine command = problem.getCommandLine();
        String word = problem.getUnmatched().get(0);
        if (problem.isUnknownOption()) {
            List<String> options = command.getCommandSpec().options().stream()
                    .flatMap(option -> Stream.of(option.names()))
                    .toList();
            String nearest = Suggestion.nearest(word, options);
            return "'" + command.getCommandName() + "' has no option '" + word + "'"
                    + (nearest == null ? "" : "; did you mean '" + nearest + "'?");
        }
        Set<String> commands = command.getSubcommands().keySet();
        if (commands.isEmpty()) {
            boolean folder = command.getParseResult().hasMatchedOption("--history");
            return "'" + word + "' is one argument too many for '" + command.getCommandName() + "'"
                    + (folder ? "; each folder needs its own --history" : "");
        }
        return "there is no command '" + word + "'"
                + (word.equals("help") ? "; did you mean '--help'?" : NameSuggestions.insteadOf(word, commands));
    }

    private int failed(Exception problem) {
        if (problem instanceof WriteFailure failure) {
            if (failure.readerLeft()) {
                return ExitCode.FINE;
            }
            session.report("perf-agent: cannot write the output: " + failure.getMessage());
        } else if (problem instanceof ParameterException usage) {
            return wrongUsage(usage);
        } else if (isOfTheSystem(problem)) {
            session.report("perf-agent: " + FileProblem.text(problem));
        } else {
            session.report("perf-agent: a fault of perf-agent itself; please report it: " + problem);
        }
        return ExitCode.IO;
    }

    private static boolean isOfTheSystem(Exception problem) {
        return problem instanceof IOException
                || problem instanceof UncheckedIOException
                || problem instanceof DirectoryIteratorException
                || problem instanceof InvalidPathException
                || problem instanceof SecurityException;
    }
}
