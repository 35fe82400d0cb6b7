package dev.perfagent.cli.command;

import dev.perfagent.attach.AttachProblem;
import dev.perfagent.attach.Attaching;
import dev.perfagent.attach.RunningProcess;
import dev.perfagent.cli.option.ConfigOption;
import dev.perfagent.cli.option.DurationConverter;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.Session;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures a JVM that runs already. */
@Command(
        name = "attach",
        addMethodSubcommands = false,
        header = "Measures a JVM that runs already, from now on.",
        description = {
            "",
            "Measures until --duration is over, the process ends, or you press Ctrl-C. Then the JVM gets its classes"
                    + " back as they were, and the history gets a run with the command 'attached'. A command that begins"
                    + " and ends meanwhile, as in a shell, is a run of its own. Nothing is judged, and nothing is printed"
                    + " in the other process.",
            "",
            "JDK 21 and later print a warning on the stderr of that process when an agent is loaded while it runs; "
                    + "-XX:+EnableDynamicAgentLoading at its start avoids it."
        },
        footer = {
            "",
            "Exit codes: 0 fine, 2 wrong usage or a process that cannot be measured, 3 cannot read or write.",
            "",
            "Examples:",
            "  java -jar perf-agent.jar attach 4711 --duration 30s",
            "  java -jar perf-agent.jar attach 4711 --config perf"
        })
final class AttachCommand implements Callable<Integer> {
    /** No measurement that somebody forgot goes on for longer. */
    private static final Duration LONGEST = Duration.ofDays(1);

    /** For the end to be asked for by us: the other process ends by itself only when we cannot. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Session session;

    @Parameters(paramLabel = "PID", description = "The process; 'jps -l' lists those that are JVMs.")
    private long pid;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "End after this time, such as 30s or 5m; by default Ctrl-C ends it, or a day.")
    private Duration duration = LONGEST;

    @Option(names = "--stop", description = "End a measurement whose 'attach' was killed.")
    private boolean stop;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    AttachCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        session.newHome(); // reports one that cannot be one
        Path jar = session.agentJar();
        if (jar == null) {
            throw new ParameterException(spec.commandLine(), "this needs the packed perf-agent.jar");
        }
        RunningProcess process = new RunningProcess(pid);
        String problem = process.problem(jar.toRealPath(), Attaching.folder());
        if (problem != null) {
            throw new ParameterException(spec.commandLine(), problem);
        }
        Attaching attaching = new Attaching(jar.toAbsolutePath(), pid);
        try {
            if (stop) {
                return stop(attaching);
            }
            for (String one : attaching.begin(options(), duration.plus(GRACE).toMillis())) {
                session.report("perf-agent: " + one);
            }
            measure(attaching, process);
            return ExitCode.FINE;
        } catch (AttachProblem refused) {
            session.report("perf-agent: " + refused.getMessage());
            return ExitCode.USAGE;
        }
    }

    private int stop(Attaching attaching) throws IOException, AttachProblem {
        Attaching.End end = attaching.endAny();
        if (end instanceof Attaching.NotMeasured) {
            session.report("perf-agent: process " + pid + " is not measured by 'attach'");
            return ExitCode.USAGE;
        }
        report(end);
        return ExitCode.FINE;
    }

    private void measure(Attaching attaching, RunningProcess process)
            throws IOException, InterruptedException, AttachProblem {
        session.report("perf-agent: measures process " + pid
                + (duration.equals(LONGEST) ? " until Ctrl-C" : " for " + duration.toMillis() / 1000.0 + " s"));
        AtomicBoolean isEnded = new AtomicBoolean();
        Thread interrupted = new Thread(
                () -> {
                    if (isEnded.compareAndSet(false, true)) {
                        endQuietly(attaching);
                    }
                },
                "end-of-the-measurement");
        Runtime.getRuntime().addShutdownHook(interrupted);
        boolean isGone = process.hasEndedAfter(duration.toMillis());
        if (!isEnded.compareAndSet(false, true)) {
            return;
        }
        Runtime.getRuntime().removeShutdownHook(interrupted);
        if (isGone) {
            attaching.gone();
            session.report("perf-agent: process " + pid + " has ended; its run is in the history, see 'runs'");
        } else {
            report(attaching.end());
        }
    }

    private void endQuietly(Attaching attaching) {
        try {
            report(attaching.end());
        } catch (IOException | AttachProblem failure) {
            session.report("perf-agent: " + failure.getMessage());
        }
    }

    private void report(Attaching.End end) {
        String run = end instanceof Attaching.Ended ended ? ended.run().orElse(null) : null;
        session.report(
                end instanceof Attaching.NotMeasured
                        ? "perf-agent: 'attach --stop' has ended this measurement before; its run is in the history,"
                                + " see 'runs'"
                        : run == null
                                ? "perf-agent: measured, and no run was stored; agent.log in the home says why"
                                : "perf-agent: measured; see it with 'runs show " + run + "'");
    }

    /** As they are given to {@code -javaagent}; that process has another working directory. */
    private String options() {
        File folder = config.folder(session.environment());
        String home = session.newHome().toAbsolutePath().toString();
        String all = "home=" + home + (folder == null ? "" : ",config=" + folder.getAbsolutePath());
        if (home.indexOf(',') >= 0 || folder != null && folder.getAbsolutePath().indexOf(',') >= 0) {
            throw new ParameterException(
                    spec.commandLine(), "a folder with a comma in its name cannot be handed to an agent");
        }
        return all;
    }
}
