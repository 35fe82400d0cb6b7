package dev.perfagent.agent;

import dev.perfagent.journal.AgentLog;
import dev.perfagent.plan.LoaderKind;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;

/** Classes of the JDK that we weave and that somebody, such as another agent, may have loaded before us. */
final class LoadedClasses {
    /** Internal names. */
    static final String[] WOVEN_IN_JDK = {
        "java/lang/Shutdown", "jdk/internal/net/http/HttpClientImpl", "sun/net/www/protocol/http/HttpURLConnection"
    };

    /** Who loads them, in that order. */
    static final LoaderKind[] LOADERS = {LoaderKind.BOOT, LoaderKind.PLATFORM, LoaderKind.BOOT};

    private LoadedClasses() {}

    /** Has those that are loaded handed to the transformers; one at a time, for one bad class cancels a whole batch. */
    static void weaveAgain(Instrumentation instrumentation, AgentLog log) {
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (LoaderKind.of(loaded.getClassLoader()) != LoaderKind.OTHER && isWoven(loaded.getName())) {
                try {
                    instrumentation.retransformClasses(loaded);
                } catch (UnmodifiableClassException | LinkageError failure) {
                    log.tell(loaded.getName() + " was loaded before us and could not be woven", failure);
                }
            }
        }
    }

    private static boolean isWoven(String name) {
        for (String woven : WOVEN_IN_JDK) {
            if (woven.replace('/', '.').equals(name)) {
                return true;
            }
        }
        return false;
    }
}
