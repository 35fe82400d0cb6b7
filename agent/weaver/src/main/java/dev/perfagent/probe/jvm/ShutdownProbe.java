package dev.perfagent.probe.jvm;

import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import java.util.List;

/**
 * {@code java.lang.Shutdown}, through which both {@code System.exit} and {@code Runtime.halt} go: the only place that knows
 * the exit code. Entered only, for nothing comes back from there. A JVM whose last thread has ended goes through it too, and
 * comes back: that is told only where the agent may want another exit code than the launcher's 0.
 */
public final class ShutdownProbe implements Probe {
    private static final String CLASS = "java/lang/Shutdown";
    private static final Hook EXIT = new Hook("exit", "(I)V", ExitAdvice.class);
    private static final Hook HALT = new Hook("halt", "(I)V", HaltAdvice.class);
    private static final Hook SHUTDOWN = new Hook("shutdown", "()V", ShutdownAdvice.class);

    private final List<Hook> hooks;

    /** @param mayFail whether a verdict may change the exit code */
    public ShutdownProbe(boolean mayFail) {
        hooks = mayFail ? List.of(EXIT, HALT, SHUTDOWN) : List.of(EXIT, HALT);
    }

    @Override
    public String name() {
        return "exit";
    }

    @Override
    public boolean covers(String className) {
        return className.equals(CLASS);
    }

    @Override
    public List<String> watched() {
        return List.of(CLASS);
    }

    @Override
    public List<Hook> hooks(String className) {
        return hooks;
    }
}
