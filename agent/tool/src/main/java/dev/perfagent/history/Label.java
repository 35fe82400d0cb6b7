package dev.perfagent.history;

import org.jspecify.annotations.Nullable;

/**
 * A label, or captured value, of runs: what they were started with, in words.
 *
 * @param value null for any
 */
public record Label(String name, @Nullable String value) {
    /** Whether a run carries it. */
    public boolean isOf(StoredRun run) {
        Object stated = run.context().get(name);
        return stated != null && (value == null || value.equals(stated.toString()));
    }

    /** As it is given on a command line. */
    @Override
    public String toString() {
        return value == null ? name : name + "=" + value;
    }
}
