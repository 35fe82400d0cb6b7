package dev.perfagent.probe.jvm;

import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The main method, as the launcher picks it: {@code main(String[])} before {@code main()}, static or not, never private (JEP
 * 512). A main class may also inherit it: then it is looked for in the superclass, which the JVM loads right afterwards.
 */
public final class MainProbe implements Probe {
    private final String mainClass;
    private volatile String className;

    /**
     * The main method of a class.
     *
     * @param className internal name
     */
    public MainProbe(String className) {
        this.mainClass = className;
        this.className = className;
    }

    @Override
    public String name() {
        return "main";
    }

    @Override
    public boolean covers(String name) {
        return className.equals(name);
    }

    @Override
    public List<String> watched() {
        return List.of(mainClass, className);
    }

    @Override
    public List<Hook> hooks(String name) {
        return List.of(
                new Hook("main", "([Ljava/lang/String;)V", MainAdvice.class),
                new Hook("main", "()V", MainAdvice.class));
    }

    @Override
    public boolean alternatives() {
        return true;
    }

    @Override
    public void missed(@Nullable String superName) {
        if (superName != null && !superName.startsWith("java/")) {
            className = superName;
        }
    }
}
