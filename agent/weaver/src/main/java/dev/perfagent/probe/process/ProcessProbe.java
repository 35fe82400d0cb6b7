package dev.perfagent.probe.process;

import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import java.util.List;

/**
 * Where every program starts that {@code ProcessBuilder}, its pipelines and {@code Runtime.exec} start, and where the JDK, while it
 * does so, makes the future that completes when the process ends: the application need not ask for its end.
 *
 * <p>The process itself, {@code java.lang.ProcessImpl}, is left alone: reading the environment loads it on JDK 25, long before us.
 */
public final class ProcessProbe implements Probe {
    private static final String BUILDER = "java/lang/ProcessBuilder";
    private static final String HANDLE = "java/lang/ProcessHandleImpl";

    private static final List<Hook> OF_BUILDER =
            List.of(new Hook("start", "([Ljava/lang/ProcessBuilder$Redirect;)Ljava/lang/Process;", StartAdvice.class));
    private static final List<Hook> OF_HANDLE =
            List.of(new Hook("completion", "(JZ)Ljava/util/concurrent/CompletableFuture;", CompletionAdvice.class));

    @Override
    public String name() {
        return "processes";
    }

    @Override
    public boolean covers(String className) {
        return className.equals(BUILDER) || className.equals(HANDLE);
    }

    @Override
    public List<String> watched() {
        return List.of(BUILDER, HANDLE);
    }

    @Override
    public List<Hook> hooks(String className) {
        return className.equals(BUILDER) ? OF_BUILDER : OF_HANDLE;
    }

    /** The start that all others come down to is private. */
    @Override
    public boolean weavesPrivate() {
        return true;
    }
}
