package dev.perfagent.cli.command;

import dev.perfagent.cli.output.Progress;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.Session;
import dev.perfagent.draft.ProposedFiles;
import dev.perfagent.draft.Trial;
import dev.perfagent.draft.TrialResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proposes a first configuration. */
@Command(
        name = "init",
        addMethodSubcommands = false,
        header = "Runs a command a few times, and proposes an instrumentation.yml and a benchmarks.yml for it.",
        description = {
            "",
            "Finds the commands that are recognised, the program's own methods that take 5 %% of the time or more "
                    + "(they become phases), and how long the command takes. Every line is a proposal: read the files, "
                    + "and rename or delete what you like.",
            "",
            "The command runs three times more than --runs says: once to make a plan, and twice to look at its "
                    + "stacks. It must be one that may be repeated. What it prints is dropped, it gets no input, and "
                    + "these runs are not recorded."
        },
        footer = {
            "",
            "Exit codes: 0 fine, 1 the command failed, 2 wrong usage or a file that may not be replaced, 3 nothing "
                    + "was measured.",
            "",
            "Examples:",
            "  java -jar perf-agent.jar init -- java -jar ghpm.jar list",
            "  java -jar perf-agent.jar init --folder perf --runs 10 -- bin/ghpm batch"
        },
        showEndOfOptionsDelimiterInUsageHelp = true)
final class InitCommand implements Callable<Integer> {
    private static final int MOST_RUNS = 1000;
    private static final String INSTRUMENTATION = "instrumentation.yml";
    private static final String BENCHMARKS = "benchmarks.yml";

    private final Session session;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Where the files are written; the folder is made if it is missing. By default 'perf'.")
    private Path folder = Path.of("perf");

    @Option(names = "--runs", paramLabel = "N", description = "How many runs the times come from; by default 5.")
    private int runs = 5;

    @Option(names = "--dry-run", description = "Print the files and write nothing.")
    private boolean dryRun;

    @Option(names = "--force", description = "Replace files that are there without asking.")
    private boolean force;

    @Parameters(arity = "1..*", paramLabel = "COMMAND", description = "The command and its arguments.")
    private List<String> command = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private InitCommand(Session session) {
        this.session = session;
    }

    /** What follows the command's name is the command's. */
    static CommandLine of(Session session) {
        return new CommandLine(new InitCommand(session)).setStopAtPositional(true);
    }

    @Override
    public Integer call() throws IOException {
        if (runs < 1 || runs > MOST_RUNS) {
            throw new ParameterException(spec.commandLine(), "--runs is a number from 1 to " + MOST_RUNS);
        }
        Path jar = session.agentJar();
        if (jar == null) {
            session.report("perf-agent: init needs the packed perf-agent.jar");
            return ExitCode.IO;
        }
        if (!dryRun && !mayReplace(existing())) {
            session.report(
                    "perf-agent: nothing was run or written; --force replaces files, --dry-run prints the proposal");
            return ExitCode.USAGE;
        }
        session.out().flush();
        TrialResult result;
        try (Progress progress = Progress.of("", session.err())) {
            result = new Trial(jar.toAbsolutePath(), command, session.environment(), progress::say).run(runs);
        }
        if (result.exitCode() != 0) {
            session.report("perf-agent: the command ended with exit code " + result.exitCode()
                    + "; nothing is proposed from runs that fail");
            return ExitCode.AGAINST;
        }
        if (result.runs().isEmpty()) {
            session.report(
                    "perf-agent: nothing was measured, because the command starts no JVM that the agent measures");
            return ExitCode.IO;
        }
        return write(ProposedFiles.of(result, LocalDate.now(session.clock())));
    }

    private int write(ProposedFiles proposed) throws IOException {
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(folder.resolve(INSTRUMENTATION), proposed.instrumentation());
        files.put(folder.resolve(BENCHMARKS), proposed.benchmarks());
        if (dryRun) {
            files.forEach((file, text) -> {
                session.out().line("# " + file);
                text.lines().forEach(session.out()::line);
                session.out().line("");
            });
            session.report("Nothing was written.");
            return ExitCode.FINE;
        }
        Files.createDirectories(folder);
        for (Map.Entry<Path, String> file : files.entrySet()) {
            Files.writeString(file.getKey(), file.getValue());
            session.report("wrote " + file.getKey());
        }
        session.report("Use them by the agent's option config=" + folder + ".");
        return ExitCode.FINE;
    }

    private List<Path> existing() {
        return Stream.of(INSTRUMENTATION, BENCHMARKS)
                .map(folder::resolve)
                .filter(Files::exists)
                .toList();
    }

    private boolean mayReplace(List<Path> existing) throws IOException {
        if (existing.isEmpty() || force) {
            return true;
        }
        String names = existing.stream().map(Path::toString).collect(Collectors.joining(" and "));
        session.report("perf-agent: there is " + names + " already. Replace? [y/N]");
        String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
