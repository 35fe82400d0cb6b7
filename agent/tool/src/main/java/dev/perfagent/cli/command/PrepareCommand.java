package dev.perfagent.cli.command;

import dev.perfagent.benchmark.AgentLabels;
import dev.perfagent.cli.option.ConfigOption;
import dev.perfagent.cli.option.StartOptions;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.view.plan.PlanDocument;
import dev.perfagent.cli.view.plan.PlanListJson;
import dev.perfagent.cli.view.plan.StartDocument;
import dev.perfagent.config.ConfigReader;
import dev.perfagent.journal.Home;
import dev.perfagent.prepare.AgentFlag;
import dev.perfagent.prepare.GivenFlag;
import dev.perfagent.prepare.MeasuredCommand;
import dev.perfagent.prepare.OptionText;
import dev.perfagent.prepare.Preparation;
import dev.perfagent.prepare.PreparationResult;
import dev.perfagent.prepare.PreparationResult.Finding;
import dev.perfagent.prepare.start.JavaProgram;
import dev.perfagent.prepare.start.StartComparison;
import dev.perfagent.prepare.start.StartTrial;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a plan ahead of the runs that need it. */
@Command(
        name = "prepare",
        addMethodSubcommands = false,
        header = "Runs a command once with the agent, so that later runs start faster.",
        description = {
            "",
            "In the first run of a program the agent adds hooks to its classes and keeps the result as a "
                    + "plan; later runs only read the plan. prepare makes it ahead of time, such as for a container "
                    + "image or a CI cache.",
            "",
            "COMMAND starts the program: 'java ...' gets the agent as its first argument, a script gets it "
                    + "in JAVA_TOOL_OPTIONS. The plan knows only classes that this run loads, so choose a command that "
                    + "does the usual work. prepare itself prints to standard error only.",
            "",
            "A plan is valid while the agent's jar, the JDK, the configuration, the program and its class "
                    + "path stay as they are: their paths, sizes and modification times, and the configuration's "
                    + "content. Run prepare as the user of the later runs, with everything in its final place, and "
                    + "keep the folder 'plans' in perf-agent's home.",
            "",
            "With --compare-starts it then runs the program about 60 times with its output dropped: in each way of "
                    + "starting it with the agent, in turns and in random order. It prints how long each takes, and the "
                    + "options of the fastest. So choose a command that may be repeated. These runs have the label "
                    + "benchmark=prepare, and are left out of baselines and comparisons."
        },
        footer = {
            "",
            "Exit codes: 0 there is a plan, 1 there is one but the command failed, or ends differently with the "
                    + "agent, 2 wrong usage, 3 there is no plan.",
            "",
            "Examples:",
            "  java -jar perf-agent.jar prepare -- java -jar ghpm.jar list",
            "  java -jar perf-agent.jar prepare --config /etc/perf -- bin/ghpm batch",
            "  java -jar perf-agent.jar prepare --archive ghpm.aot -- java -jar ghpm.jar"
        },
        showEndOfOptionsDelimiterInUsageHelp = true)
final class PrepareCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Mixin
    private final StartOptions starts = new StartOptions();

    @Parameters(arity = "1..*", paramLabel = "COMMAND", description = "The command and its arguments.")
    private List<String> command = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private PrepareCommand(Session session) {
        this.session = session;
    }

    /** What follows the command's name is the command's. */
    static CommandLine of(Session session) {
        System.setProperty("picocli.endofoptions.description", "End of the options; COMMAND follows.");
        return new CommandLine(new PrepareCommand(session)).setStopAtPositional(true);
    }

    @Override
    public Integer call() throws IOException {
        Path jar = session.agentJar();
        if (jar == null || jar.toString().indexOf('=') >= 0) {
            session.report("perf-agent: "
                    + (jar == null
                            ? "prepare needs the packed perf-agent.jar"
                            : "the JVM treats what follows '=' in " + jar
                                    + " as options; move the jar to a path without '='"));
            return ExitCode.IO;
        }
        boolean json = session.common().isJson();
        JavaProgram program = starts.isAsked() ? program(jar) : null;
        session.out().flush();
        PreparationResult prepared = preparation(jar).run(session.launcher(), json, session.clock());
        if (!json) {
            report(prepared);
        }
        StartComparison compared =
                program == null || prepared.finding() == Finding.NONE ? null : compare(program, flag(jar));
        if (json) {
            session.json(PlanListJson.Prepared.of(prepared, compared));
        }
        if (prepared.finding() == Finding.NONE) {
            return ExitCode.IO;
        }
        boolean isUsable = compared == null || compared.isUsable();
        return prepared.exitCode() == 0 && isUsable ? ExitCode.FINE : ExitCode.AGAINST;
    }

    private AgentFlag flag(Path jar) {
        String stated = config.given() == null ? null : config.given().getPath();
        return new AgentFlag(jar, session.newHome().toAbsolutePath(), stated);
    }

    /** What is to be started in several ways. */
    private JavaProgram program(Path jar) {
        if (!MeasuredCommand.isJava(command.get(0))) {
            throw wrong(
                    "to compare ways to start it, COMMAND has to be 'java ...' itself, not '" + command.get(0) + "'");
        }
        if (GivenFlag.find(command, session.environment(), jar) != null) {
            throw wrong("to compare ways to start it, leave the agent's flag out of COMMAND and the variables");
        }
        try {
            starts.check();
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
        Map<String, String> environment = new HashMap<>(session.environment());
        environment.putAll(flag(jar).variables());
        environment.putAll(new AgentLabels("prepare").variables(session.environment(), 0));
        return new JavaProgram(command.get(0), command.subList(1, command.size()), environment);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private StartComparison compare(JavaProgram program, AgentFlag flag) throws IOException {
        StartComparison compared = StartTrial.run(program, flag.value(), starts.archive(), starts.rounds());
        if (!session.common().isJson()) {
            session.report(StartDocument.of(compared));
            StartDocument.best(compared).forEach(session::report);
        }
        Path file = starts.argumentFile();
        if (file != null && compared.isUsable()) {
            Files.writeString(file, OptionText.file(compared.best().options()));
            session.report("perf-agent: wrote these options to " + file + "; use them with java @" + file);
        } else if (file != null) {
            session.report("perf-agent: did not write " + file);
        }
        return compared;
    }

    private Preparation preparation(Path jar) throws IOException {
        GivenFlag given = GivenFlag.find(command, session.environment(), jar);
        if (given != null) {
            if (config.given() != null || session.common().isHomeGiven()) {
                throw new ParameterException(
                        spec.commandLine(),
                        "the agent's flag is in " + given.place()
                                + " already: give home and config there, or remove it");
            }
            Home home = Home.resolve(given.option("home"), session.environment());
            return Preparation.asGiven(given, jar, home.folder().toPath(), command, session.environment());
        }
        File folder = config.folder(session.environment());
        String problem = folder == null ? null : ConfigReader.unreadable(folder);
        if (problem != null) {
            throw new IOException(problem); // its plan would be of no use to runs that have the folder
        }
        String stated = config.given() == null ? null : config.given().getPath();
        return Preparation.attaching(jar, session.newHome(), stated, command, session.environment());
    }

    private void report(PreparationResult prepared) {
        session.report("perf-agent: the command ended with exit code " + prepared.exitCode());
        session.report("perf-agent: "
                + switch (prepared.finding()) {
                    case MADE -> prepared.plans().size() == 1 ? "a plan was made:" : "plans were made:";
                    case WARM -> "there was a plan already, and the run used it:";
                    case UNKNOWN ->
                        "no plan was made; whether the run used one is not known, because the configuration keeps no "
                                + "runs; there is:";
                    case NONE -> "no plan could be made:";
                });
        prepared.reasons().forEach(reason -> session.report("  " + reason));
        PlanDocument document = new PlanDocument(session.clock());
        prepared.plans().forEach(plan -> session.report(document.summary(plan)));
        if (prepared.finding() != Finding.NONE) {
            session.report("perf-agent: later runs use it while agent, JDK, configuration, program and class path keep "
                    + "their paths, sizes and modification times");
        }
    }
}
