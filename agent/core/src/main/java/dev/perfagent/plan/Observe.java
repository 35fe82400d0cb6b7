package dev.perfagent.plan;

/** What is observed without any rule. */
public record Observe(boolean http, boolean caches, boolean processes, boolean resources) {
    /** All of it. */
    public static final Observe ALL = new Observe(true, true, true, true);
}
