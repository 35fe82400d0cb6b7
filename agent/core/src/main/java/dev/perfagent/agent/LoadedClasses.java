package dev.perfagent.agent;

import dev.perfagent.journal.AgentLog;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;

/** Classes of the JDK that we weave and that somebody, such as another agent, may have loaded before us. */
final class LoadedClasses {
    private static final String[] WOVEN_JDK_CLASSES = {
        "java.lang.Shutdown", "jdk.internal.net.http.HttpClientImpl", "sun.net.www.protocol.http.HttpURLConnection"
    };

    private LoadedClasses() {}

    /** Has those that are loaded handed to the transformers; one at a time, for one bad class cancels a whole batch. */
    static void weaveAgain(Instrumentation instrumentation, AgentLog log) {
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (loaded.getClassLoader() == null && isWoven(loaded.getName())) {
                try {
                    instrumentation.retransformClasses(loaded);
                } catch (UnmodifiableClassException | LinkageError failure) {
                    log.tell(loaded.getName() + " was loaded before us and could not be woven", failure);
                }
            }
        }
    }

    private static boolean isWoven(String name) {
        for (String woven : WOVEN_JDK_CLASSES) {
            if (woven.equals(name)) {
                return true;
            }
        }
        return false;
    }
}
