package dev.perfagent.api;

import org.jspecify.annotations.Nullable;

/**
 * Where perf-agent listens: it weaves these methods when it is there, by its probe of the same name. Without it they do nothing,
 * and the JIT compiler removes the calls.
 */
final class AgentHooks {
    private AgentHooks() {}

    /**
     * A phase begins.
     *
     * @param endsLater not null when it may end on any thread
     * @return a token for {@link #phaseEnds}; null when nobody listens
     */
    @SuppressWarnings("UnusedVariable") // what is woven in uses them
    static @Nullable Object phaseBegins(String name, @Nullable Object endsLater) {
        return null;
    }

    /** It ends. */
    @SuppressWarnings("UnusedVariable")
    static void phaseEnds(Object token) {}

    /** An operation begins on the running thread, which ends it too; as {@link #phaseBegins}. */
    @SuppressWarnings("UnusedVariable")
    static @Nullable Object operationBegins(String name, @Nullable Object unused) {
        return null;
    }

    /** It ends. */
    @SuppressWarnings("UnusedVariable")
    static void operationEnds(Object token) {}

    /** A value to keep with the run: the last one under a name counts. */
    @SuppressWarnings("UnusedVariable")
    static void value(String name, Object value) {}
}
