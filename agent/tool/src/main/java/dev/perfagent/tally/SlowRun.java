package dev.perfagent.tally;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One of the slowest runs.
 *
 * @param host null when not recorded
 */
public record SlowRun(
        String id,
        Instant start,
        CommandName name,
        double ms,
        @Nullable String version,
        String fingerprint,
        @Nullable String host) {
    /** How many of a command's slowest runs are kept. */
    static final int MOST = 10;

    static final Comparator<SlowRun> FASTEST_FIRST =
            Comparator.comparingDouble(SlowRun::ms).thenComparing(SlowRun::id, Comparator.reverseOrder());
}
