package dev.perfagent.agent;

import dev.perfagent.journal.AgentLog;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Classes that are loaded before the transformer comes: by another agent, by a recording that was started with the JVM, or out of
 * an AOT cache, from which the JVM links a tool's own classes before any agent begins.
 */
final class LoadedClasses {
    /** Names of this length and longer ones count as equally long. */
    private static final int LONGEST_NAME = 256;

    /** What is reported, behind its name, of a class that was there before us. */
    private static final String NOT_WOVEN = " was loaded before perf-agent and could not be woven";

    private LoadedClasses() {}

    /**
     * Has those that may be woven handed to the transformers.
     *
     * @param except with dots: one that is woven already; empty for none
     */
    static void weaveAgain(
            Instrumentation instrumentation, WeavingTransformer transformer, AgentLog log, String except) {
        List<Class<?>> those = new ArrayList<>();
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (!loaded.isHidden()
                    && !loaded.isArray()
                    && transformer.mayWeave(
                            loaded.getClassLoader(), loaded.getName().replace('.', '/'))
                    && !loaded.getName().equals(except)) {
                those.add(loaded);
            }
        }
        retransform(instrumentation, those, log, NOT_WOVEN);
    }

    /**
     * The same, where the plan names all of them.
     *
     * @param names internal names
     */
    static void weaveAgain(Instrumentation instrumentation, Set<String> names, AgentLog log) {
        again(instrumentation, names, log, NOT_WOVEN);
    }

    /**
     * Gives classes back the form that they had without us, when our transformer has gone.
     *
     * @param woven internal names
     */
    static void restore(Instrumentation instrumentation, Set<String> woven, AgentLog log) {
        again(instrumentation, woven, log, " could not be given its own form back");
    }

    /**
     * Has the JVM define those of these names a second time.
     *
     * @param names internal names
     * @param problem what is reported of a class, behind its name, that the JVM cannot define again
     */
    static void again(Instrumentation instrumentation, Set<String> names, AgentLog log, String problem) {
        Set<String> wanted = new HashSet<>();
        boolean[] lengths = new boolean[LONGEST_NAME];
        for (String name : names) {
            wanted.add(name.replace('/', '.'));
            lengths[Math.min(name.length(), LONGEST_NAME - 1)] = true;
        }
        List<Class<?>> those = new ArrayList<>();
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            String name = loaded.getName();
            // At the start this is interpreted code, in which a string's hash costs as much as the rest for 20 classes.
            if (lengths[Math.min(name.length(), LONGEST_NAME - 1)] && wanted.contains(name)) {
                those.add(loaded);
            }
        }
        retransform(instrumentation, those, log, problem);
    }

    /** All at once, because each call stops all threads; one at a time when one bad class has cancelled that. */
    private static void retransform(
            Instrumentation instrumentation, List<Class<?>> those, AgentLog log, String problem) {
        try {
            if (!those.isEmpty()) {
                instrumentation.retransformClasses(those.toArray(new Class<?>[0]));
            }
        } catch (UnmodifiableClassException | LinkageError oneOfThem) {
            for (Class<?> each : those) {
                try {
                    instrumentation.retransformClasses(each);
                } catch (UnmodifiableClassException | LinkageError failure) {
                    log.report(each.getName() + problem, failure);
                }
            }
        }
    }
}
