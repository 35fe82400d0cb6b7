package dev.perfagent.agent;

import dev.perfagent.journal.AgentLog;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Classes that are loaded before the transformer comes: by another agent, by a recording that was started with the JVM, or out of
 * an AOT cache, from which the JVM links a tool's own classes before any agent begins.
 */
final class LoadedClasses {
    private LoadedClasses() {}

    /** Has those that may be woven handed to the transformers. */
    static void weaveAgain(Instrumentation instrumentation, WeavingTransformer transformer, AgentLog log) {
        List<Class<?>> those = new ArrayList<>();
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (!loaded.isHidden()
                    && !loaded.isArray()
                    && transformer.mayWeave(
                            loaded.getClassLoader(), loaded.getName().replace('.', '/'))) {
                those.add(loaded);
            }
        }
        retransform(instrumentation, those, log, " was loaded before perf-agent and could not be woven");
    }

    /**
     * Gives classes back the form that they had without us, when our transformer has gone.
     *
     * @param woven internal names
     */
    static void restore(Instrumentation instrumentation, Set<String> woven, AgentLog log) {
        List<Class<?>> those = new ArrayList<>();
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (!loaded.isHidden()
                    && !loaded.isArray()
                    && woven.contains(loaded.getName().replace('.', '/'))) {
                those.add(loaded);
            }
        }
        retransform(instrumentation, those, log, " could not be given its own form back");
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
