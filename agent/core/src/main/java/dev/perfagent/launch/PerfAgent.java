package dev.perfagent.launch;

import java.io.File;
import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** The entry point of {@code -javaagent}. Whatever fails in here, the application starts as if we were not there. */
public final class PerfAgent {
    /** The flag may be given twice, by hand and by a variable: the first one counts. */
    private static boolean isStarted;

    private PerfAgent() {}

    /** Called by the JVM before the application's main method. A disabled agent loads nothing but this and its options. */
    public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
        AgentOptions options = AgentOptions.parse(arguments, System.getenv());
        if (!options.enabled() || isStarted) {
            return;
        }
        isStarted = true;
        try {
            File jar = AgentJar.file();
            new CoreLoader(jar).starter().start(options, jar, instrumentation);
        } catch (Exception | LinkageError failure) { // the JVM would end the application for it
            System.err.println("perf-agent: cannot start from its jar; this run is not measured: " + failure);
        }
    }
}
