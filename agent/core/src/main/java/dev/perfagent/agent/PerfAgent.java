package dev.perfagent.agent;

import dev.perfagent.hook.BootHandoff;
import dev.perfagent.journal.AgentLog;
import dev.perfagent.journal.Home;
import dev.perfagent.journal.Marker;
import dev.perfagent.machine.Machine;
import dev.perfagent.plan.Plan;
import dev.perfagent.plan.PlanKey;
import dev.perfagent.plan.PlanStore;
import dev.perfagent.record.Recorder;
import dev.perfagent.record.Redaction;
import dev.perfagent.record.Sampler;
import java.io.File;
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
        File jar = AgentJar.file();
        String javaCommand = System.getProperty("sun.java.command");
        PlanStore plans = new PlanStore(home.resolve("plans"));
        PlanKey key = PlanKey.of(
                AgentJar.version(), jar, options.config(), javaCommand, System.getProperty("java.class.path", ""));
        ColdPath cold = new ColdPath(jar);
        Plan known = plans.load(key);
        Plan plan = known == null ? cold.plan(options.config(), javaCommand) : known;
        List<String> problems = tell(options, plan, log);

        Marker marker = new Marker(home);
        WeavingTransformer transformer = new WeavingTransformer(plan, cold, log);
        start.weavingBy(transformer, known != null);
        Finale finale = new Finale(
                plan.settings(),
                home,
                log,
                marker,
                options.quiet() ? null : System.err, // ours to keep: the application may set another
                new WovenClasses(home, plans, key, plan, cold, options.config(), problems));
        Recorder recorder =
                new Recorder(plan.settings(), plan.application(), redaction, start, finale, new HookFailures(log));
        BootHandoff.connect(instrumentation, plan.handoffClass(), plan.receiverClass(), recorder);
        instrumentation.addTransformer(transformer, true);
        LoadedClasses.weaveAgain(instrumentation, log);

        // After the transformer: adding a hook loads java.lang.Shutdown, which is to be woven.
        Runtime.getRuntime().addShutdownHook(new EndOfProcess(recorder));
        new Sampler(recorder, new MarkerRefresh(recorder, marker, plan.settings(), log)).start();
        start.over();
    }

    /** Says what is wrong in options and configuration. */
    private static List<String> tell(AgentOptions options, Plan plan, AgentLog log) {
        List<String> problems = new ArrayList<>(options.problems());
        problems.addAll(plan.problems());
        if (problems.isEmpty()) {
            return problems;
        }
        StringBuilder text = new StringBuilder();
        for (String problem : problems) {
            log.tell(problem);
            text.append("perf-agent: ").append(problem).append(System.lineSeparator());
        }
        if (!options.quiet()) {
            System.err.print(text);
            System.err.flush();
        }
        return problems;
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
