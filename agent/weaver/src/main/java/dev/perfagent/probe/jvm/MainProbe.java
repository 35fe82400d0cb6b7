package dev.perfagent.probe.jvm;

import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The main method that the launcher will call, which the main class may inherit, and the static initialisers that run before it:
 * what they throw ends the process too.
 */
public final class MainProbe implements Probe {
    private static final Hook WITH_ARGUMENTS = new Hook("main", "([Ljava/lang/String;)V", MainAdvice.class);
    private static final Hook WITHOUT_ARGUMENTS = new Hook("main", "()V", MainAdvice.class);
    private static final Hook INITIALISER = new Hook("<clinit>", "()V", InitialiserAdvice.class);

    private final String owner;
    private final @Nullable Hook main;
    private final List<String> initialised;

    private MainProbe(String owner, @Nullable Hook main, List<String> initialised) {
        this.owner = owner;
        this.main = main;
        this.initialised = List.copyOf(initialised);
    }

    /**
     * The main method of a class whose file cannot be read ahead: {@code main(String[])}, or else {@code main()}, if the class
     * itself has it.
     *
     * @param mainClass internal name
     */
    public static MainProbe unread(String mainClass) {
        return new MainProbe(mainClass, null, List.of());
    }

    /**
     * A main method that is known.
     *
     * @param owner internal name of the class or interface that declares it
     * @param initialised internal names of the main class and its superclasses
     */
    public static MainProbe of(String owner, boolean hasArguments, List<String> initialised) {
        return new MainProbe(owner, hasArguments ? WITH_ARGUMENTS : WITHOUT_ARGUMENTS, initialised);
    }

    @Override
    public String name() {
        return "main";
    }

    @Override
    public boolean covers(String name) {
        return owner.equals(name) || initialised.contains(name);
    }

    @Override
    public List<String> watched() {
        List<String> names = new ArrayList<>(initialised);
        if (!names.contains(owner)) {
            names.add(owner);
        }
        return names;
    }

    @Override
    public List<Hook> hooks(String name) {
        if (main == null) {
            return List.of(WITH_ARGUMENTS, WITHOUT_ARGUMENTS);
        }
        if (!owner.equals(name)) {
            return List.of(INITIALISER);
        }
        return initialised.contains(name) ? List.of(main, INITIALISER) : List.of(main);
    }

    @Override
    public boolean alternatives() {
        return main == null;
    }
}
