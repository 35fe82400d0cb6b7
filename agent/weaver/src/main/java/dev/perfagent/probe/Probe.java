package dev.perfagent.probe;

import java.util.List;

/** One library that is observed without any rule. Safe for concurrent use. */
public interface Probe {
    /** Its name in {@link dev.perfagent.plan.RuleMatch}. */
    String name();

    /** Whether it has hooks for that class, by internal name. Asked for every class that is loaded, so it must be cheap. */
    boolean covers(String className);

    /**
     * Patterns, as {@link dev.perfagent.plan.NamePattern}, of the internal names that {@link #covers} says yes to. Classes of the JDK
     * are named in full, for each of them is asked about even when the cold run has not loaded it.
     */
    List<String> watched();

    /** The methods to weave in a class that is covered. A method the class lacks is passed over. */
    List<Hook> hooks(String className);

    /** The library's package as the advice was compiled against it, {@code a/b/}; empty for what is never relocated. */
    default String home() {
        return "";
    }

    /** Where {@link #home} is in the application that brings the covered class. */
    default String place(String className) {
        return home();
    }

    /** Whether the hooks are alternatives, of which only the first that the class declares is meant. */
    default boolean alternatives() {
        return false;
    }

    /** Whether private methods are meant too. */
    default boolean weavesPrivate() {
        return false;
    }
}
