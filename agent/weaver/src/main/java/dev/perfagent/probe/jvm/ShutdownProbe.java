package dev.perfagent.probe.jvm;

import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import java.util.List;

/**
 * {@code java.lang.Shutdown}, through which both {@code System.exit} and {@code Runtime.halt} go: the only place that knows
 * the exit code. Entered only, for nothing comes back from there.
 */
public final class ShutdownProbe implements Probe {
    private static final String CLASS = "java/lang/Shutdown";

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
        return List.of(new Hook("exit", "(I)V", ExitAdvice.class), new Hook("halt", "(I)V", HaltAdvice.class));
    }
}
