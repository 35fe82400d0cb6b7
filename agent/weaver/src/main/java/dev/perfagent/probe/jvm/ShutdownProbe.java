package dev.perfagent.probe.jvm;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/**
 * {@code java.lang.Shutdown}, through which both {@code System.exit} and {@code Runtime.halt} go: the only place that knows
 * the exit code. Entered only, because nothing comes back from there. A JVM whose last thread has ended goes through it too, and
 * comes back: that is reported only where the agent may want another exit code than the launcher's 0.
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
