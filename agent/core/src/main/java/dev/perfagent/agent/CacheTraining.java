package dev.perfagent.agent;

import dev.perfagent.application.Application;
import dev.perfagent.journal.AgentLog;
import dev.perfagent.launch.AgentOptions;
import dev.perfagent.launch.CoreLoader;
import dev.perfagent.launch.PerfAgent;
import dev.perfagent.machine.Machine;
import dev.perfagent.plan.Plan;
import dev.perfagent.plan.PlanKey;
import dev.perfagent.plan.PlanStore;
import java.io.File;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.util.HashSet;
import java.util.Set;

/**
 * What the agent does in a run in which the JVM makes an AOT cache (JDK 25): it measures and weaves nothing. It has its own
 * classes taken into the cache, and keeps those of the application and the JDK out of it that it weaves: the JVM has the classes
 * of a cache ready before any agent begins, and to weave them then it has to stop all threads and to give up what it has
 * compiled.
 *
 * <p>They are kept out when the run ends, before the JVM writes the cache. The plan of an earlier run names them.
 *
 * <p>Only when it is asked for: with a bad cache no JVM starts, so somebody has to try it. JDK 25 makes one when a class is kept
 * out of it and its lambdas are not.
 */
final class CacheTraining extends Thread {
    /** The environment variable that asks for it. */
    private static final String VARIABLE = "PERF_AGENT_TRAINING";

    private final Instrumentation instrumentation;
    private final Set<String> woven;
    private final AgentLog log;

    private CacheTraining(Instrumentation instrumentation, Set<String> woven, AgentLog log) {
        super(Machine.systemGroup(), null, "perf-agent-training", 0, false);
        this.instrumentation = instrumentation;
        this.woven = woven;
        this.log = log;
    }

    static boolean isWanted() {
        return System.getenv(VARIABLE) != null;
    }

    static void begin(AgentOptions options, File jar, PlanStore plans, Instrumentation instrumentation, AgentLog log) {
        if (CacheTraining.class.getClassLoader() instanceof CoreLoader loader) {
            for (String name : loader.classNames()) {
                load(name, loader);
            }
        }
        Runtime.getRuntime().addShutdownHook(new CacheTraining(instrumentation, woven(options, jar, plans), log));
    }

    /** Internal names. */
    private static Set<String> woven(AgentOptions options, File jar, PlanStore plans) {
        String javaCommand = System.getProperty("sun.java.command");
        Set<String> names = new HashSet<>();
        names.add("java/lang/Shutdown");
        String mainClass = Application.started(javaCommand).mainClass();
        if (mainClass != null) {
            names.add(mainClass.replace('.', '/'));
        }
        String classPath = System.getProperty("java.class.path", "");
        Plan plan = plans.load(PlanKey.of(PerfAgent.version(), jar, options.config(), javaCommand, classPath));
        if (plan != null) {
            names.addAll(plan.classes().wovenClasses().keySet());
        }
        return names;
    }

    private static void load(String name, ClassLoader loader) {
        try {
            ClassPreloader.link(Class.forName(name, false, loader));
        } catch (ClassNotFoundException | LinkageError ofAnotherJdk) {
            return;
        }
    }

    /** The JVM takes no class into a cache that was defined a second time, even if nothing in it has changed. */
    @Override
    public void run() {
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (loaded.isHidden()) {
                woven.remove(loaded.getNestHost().getName().replace('.', '/'));
            }
        }
        ClassFileTransformer changesNothing = new ClassFileTransformer() {};
        instrumentation.addTransformer(changesNothing, true);
        LoadedClasses.again(instrumentation, woven, log, " could not be kept out of the AOT cache");
        instrumentation.removeTransformer(changesNothing);
    }
}
