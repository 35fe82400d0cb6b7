package dev.perfagent.probe.process;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/**
 * The probe for programs that the application starts. One method is behind {@code ProcessBuilder}, its pipelines and
 * {@code Runtime.exec}. While it runs, the JDK makes a future that completes when the process ends, so that the end is seen even
 * where the application does not wait for it.
 *
 * <p>The process itself, {@code java.lang.ProcessImpl}, is left alone: on JDK 25 it is loaded before the agent, by reading the
 * environment.
 */
public final class ProcessProbe {
    /** The probe. The method that starts every program is private. */
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
