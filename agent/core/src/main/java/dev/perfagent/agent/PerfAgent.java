package dev.perfagent.agent;

import dev.perfagent.hook.BootHandoff;
import dev.perfagent.journal.AgentLog;
import dev.perfagent.journal.Home;
import dev.perfagent.journal.Marker;
import dev.perfagent.machine.Machine;
import dev.perfagent.plan.Settings;
import dev.perfagent.plan.Weaver;
import dev.perfagent.record.Application;
import dev.perfagent.record.Recorder;
import dev.perfagent.record.Redaction;
import dev.perfagent.record.Sampler;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entry point of {@code -javaagent}. Whatever fails in here, the application starts as if we were not there. */
public final class PerfAgent {
    private PerfAgent() {}

    /** Called by the JVM before the application's main method. */
    public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
        long startNanos = System.nanoTime();
        long startMillis = System.currentTimeMillis();
        AgentOptions options = AgentOptions.parse(arguments, System.getenv());
        String javaCommand = System.getProperty("sun.java.command");
        String[] commandLine = Machine.commandLine();
        if (!options.enabled() || Bystander.is(javaCommand, commandLine, System.getenv("JAVA_TOOL_OPTIONS"))) {
            return;
        }
        Redaction redaction = new Redaction(applicationArguments(javaCommand), System.getenv());
        Home home = Home.resolve(options.home(), System.getenv());
        AgentLog log = new AgentLog(home, redaction);
        try {
            start(options, home, log, redaction, instrumentation, new Start(startMillis, startNanos, options.labels()));
        } catch (Throwable failure) { // the JVM would end the application for it
            log.tell("the agent could not start; this run is not measured", failure);
        }
    }

    private static void start(
            AgentOptions options,
            Home home,
            AgentLog log,
            Redaction redaction,
            Instrumentation instrumentation,
            Start start)
            throws IOException, ReflectiveOperationException {
        List<String> problems = new ArrayList<>(options.problems());
        Application application = Application.started(System.getProperty("sun.java.command"));
        ColdPath cold = new ColdPath(new IsolatedLoader(AgentJar.file()));
        Settings settings = cold.settings(options.config(), problems);
        Weaver weaver = cold.weaver(settings, application.mainClass());
        tell(problems, options.quiet(), log);

        Marker marker = new Marker(home);
        Finale finale = new Finale(
                settings,
                home,
                log,
                marker,
                options.quiet(),
                options.config(),
                problems,
                weaver,
                System.err); // ours to keep: the application may set another
        Recorder recorder = new Recorder(settings, application, redaction, start, finale, new HookFailures(log));
        BootHandoff.connect(instrumentation, recorder);
        WeavingTransformer transformer = new WeavingTransformer(weaver, cold.loader(), log);
        start.weavingBy(transformer);
        instrumentation.addTransformer(transformer, true);
        LoadedClasses.weaveAgain(instrumentation, log);

        // After the transformer: adding a hook loads java.lang.Shutdown, which is to be woven.
        Runtime.getRuntime().addShutdownHook(new EndOfProcess(recorder));
        new Sampler(recorder, new MarkerRefresh(recorder, marker, settings, log)).start();
        start.over();
    }

    private static void tell(List<String> problems, boolean quiet, AgentLog log) {
        if (problems.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        for (String problem : problems) {
            log.tell(problem);
            text.append("perf-agent: ").append(problem).append(System.lineSeparator());
        }
        if (!quiet) {
            System.err.print(text);
            System.err.flush();
        }
    }

    private static String[] applicationArguments(@Nullable String javaCommand) {
        List<String> words = new ArrayList<>();
        int from = javaCommand == null ? -1 : javaCommand.indexOf(' ') + 1;
        while (javaCommand != null && from > 0 && from <= javaCommand.length()) {
            int space = javaCommand.indexOf(' ', from);
            words.add(javaCommand.substring(from, space < 0 ? javaCommand.length() : space));
            from = space + 1;
        }
        return words.toArray(new String[0]);
    }
}
