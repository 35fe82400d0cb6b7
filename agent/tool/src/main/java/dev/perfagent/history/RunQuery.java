package dev.perfagent.history;

import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which runs are wanted.
 *
 * @param since those that began then or later; null for all times
 * @param limit how many of the newest, at least 1
 */
public record RunQuery(
        Predicate<StoredRun> wanted, @Nullable Instant since, int limit) {
    public RunQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }

    /** The newest of all. */
    public static RunQuery newest(int limit) {
        return new RunQuery(run -> true, null, limit);
    }

    boolean accepts(StoredRun run) {
        return (since == null || !run.start().isBefore(since)) && wanted.test(run);
    }
}
