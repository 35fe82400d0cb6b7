package dev.perfagent.agent;

import dev.perfagent.journal.AgentLog;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.Set;

/**
 * Classes that are loaded before the transformer comes: by another agent, by a recording that was started with the JVM, or out of
 * an AOT cache, from which the JVM links a tool's own classes before any agent begins.
 */
final class LoadedClasses {
    private LoadedClasses() {}

    /** Has those that may be woven handed to the transformers; one at a time, because one bad class cancels a whole batch. */
    static void weaveAgain(Instrumentation instrumentation, WeavingTransformer transformer, AgentLog log) {
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (!loaded.isHidden()
                    && !loaded.isArray()
                    && transformer.mayWeave(
                            loaded.getClassLoader(), loaded.getName().replace('.', '/'))) {
                try {
                    instrumentation.retransformClasses(loaded);
                } catch (UnmodifiableClassException | LinkageError failure) {
                    log.report(loaded.getName() + " was loaded before perf-agent and could not be woven", failure);
                }
            }
        }
    }

    /**
     * Gives classes back the form that they had without us, when our transformer has gone; one at a time, likewise.
     *
     * @param woven internal names
     */
    static void restore(Instrumentation instrumentation, Set<String> woven, AgentLog log) {
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (!loaded.isHidden()
                    && !loaded.isArray()
                    && woven.contains(loaded.getName().replace('.', '/'))) {
                try {
                    instrumentation.retransformClasses(loaded);
                } catch (UnmodifiableClassException | LinkageError failure) {
                    log.report(loaded.getName() + " could not be given its own form back", failure);
                }
            }
        }
    }
}
