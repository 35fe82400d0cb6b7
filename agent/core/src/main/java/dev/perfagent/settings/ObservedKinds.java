package dev.perfagent.settings;

/** What is observed without any rule. */
public record ObservedKinds(boolean http, boolean caches, boolean processes, boolean resources) {
    /** All of it. */
    public static final ObservedKinds ALL = new ObservedKinds(true, true, true, true);
}
