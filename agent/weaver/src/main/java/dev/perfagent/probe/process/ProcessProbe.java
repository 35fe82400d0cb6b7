package dev.perfagent.probe.process;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/**
 * Where every program starts that {@code ProcessBuilder}, its pipelines and {@code Runtime.exec} start, and where the JDK, while it
 * does so, makes the future that completes when the process ends: the application need not ask for its end.
 *
 * <p>The process itself, {@code java.lang.ProcessImpl}, is left alone: reading the environment loads it on JDK 25, long before us.
 */
public final class ProcessProbe {
    /** As data. The start that all others come down to is private. */
    public static final Probe PROBE = Probe.of(
            "processes",
            "JDK 17 to 25",
            ProbedClass.of(
                    "java/lang/ProcessBuilder",
                    Hook.of(
                            "start",
                            "([Ljava/lang/ProcessBuilder$Redirect;)Ljava/lang/Process;",
                            Site.PROCESS_STARTED,
                            StartAdvice.class)),
            ProbedClass.of(
                    "java/lang/ProcessHandleImpl",
                    Hook.of(
                            "completion",
                            "(JZ)Ljava/util/concurrent/CompletableFuture;",
                            Site.PROCESS_AWAITED,
                            CompletionAdvice.class)));

    private ProcessProbe() {}
}
