package dev.perfagent.probe.jvm;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/**
 * The probe for {@code java.lang.Shutdown}, through which both {@code System.exit} and {@code Runtime.halt} go: the only
 * class that knows the exit code. Its methods are only reported as entered, because they never return. A JVM whose last
 * thread has ended calls {@code shutdown}, which does return: that is reported only where the agent may replace the
 * launcher's exit code 0.
 */
public final class ShutdownProbe {
    private static final String CLASS = "java/lang/Shutdown";
    private static final Hook EXIT = Hook.of("exit", "(I)V", Site.EXIT, ExitAdvice.class);
    private static final Hook HALT = Hook.of("halt", "(I)V", Site.HALT, HaltAdvice.class);
    private static final Hook SHUTDOWN = Hook.of("shutdown", "()V", Site.SHUTDOWN, ShutdownAdvice.class);

    private ShutdownProbe() {}

    /**
     * The probe for {@code java.lang.Shutdown}.
     *
     * @param mayFail whether a verdict may change the exit code
     */
    public static Probe of(boolean mayFail) {
        return Probe.of(
                "exit",
                "JDK 17 to 25",
                mayFail ? ProbedClass.of(CLASS, EXIT, HALT, SHUTDOWN) : ProbedClass.of(CLASS, EXIT, HALT));
    }
}
