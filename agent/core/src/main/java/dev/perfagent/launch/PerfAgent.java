package dev.perfagent.launch;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.net.URI;
import java.security.CodeSource;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where {@code -javaagent} and {@code attach} come in. Whatever fails here, the application runs as if we were not there. */
public final class PerfAgent {
    /** The flag may be given twice, by hand and by a variable: the first one counts. */
    private static boolean isStarted;

    private PerfAgent() {}

    /** Called by the JVM before the application's main method. A disabled agent loads nothing but this and its options. */
    public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
        boolean quiet = false;
        try {
            AgentOptions options = AgentOptions.parse(arguments, environment());
            quiet = options.quiet();
            if (!options.enabled() || isStarted) {
                return;
            }
            isStarted = true;
            File jar = jar(); // what a security manager denies, it denies here
            new CoreLoader(jar).starter().accept(options, instrumentation);
        } catch (Throwable failure) { // the JVM would end the application for it
            if (!quiet) {
                say(failure);
            }
        }
    }

    /** The jar this class came from. */
    public static File jar() {
        CodeSource source = Objects.requireNonNull(
                PerfAgent.class.getProtectionDomain().getCodeSource(), "perf-agent does not know where its own jar is");
        String path = source.getLocation().getPath();
        if (path.indexOf('%') < 0) { // nearly always, and parsing a URI takes 0.5 ms at a start
            return new File(path);
        }
        try {
            return new File(URI.create(source.getLocation().toString()));
        } catch (IllegalArgumentException odd) {
            return new File(path);
        }
    }

    /** As that jar's manifest says; {@code development} outside the jar. */
    public static String version() {
        String version = PerfAgent.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /**
     * Called by the JVM, while the application runs, when {@code attach} of the tool asks it to.
     *
     * @param request the file with what is wanted, see {@link Attachment}
     */
    public static void agentmain(@Nullable String request, Instrumentation instrumentation) {
        if (request != null) {
            Attachment.answer(new File(request), instrumentation, isStarted);
        }
    }

    /** Empty where a security manager denies it: what is in the flag itself still counts. */
    private static Map<String, String> environment() {
        try {
            return System.getenv();
        } catch (RuntimeException denied) { // a SecurityException, which would have to be loaded to be named here
            return Map.of();
        }
    }

    private static void say(Throwable failure) {
        try {
            System.err.println("perf-agent: cannot start from its jar; this run is not measured: " + failure);
        } catch (Throwable lost) { // a full heap: the application comes first
            return;
        }
    }
}
