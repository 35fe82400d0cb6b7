package dev.perfagent.analysis;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** One of the slowest runs. */
public record SlowRun(
        String id,
        Instant start,
        CommandName name,
        double ms,
        @Nullable String version,
        String fingerprint) {
    static final Comparator<SlowRun> FASTEST_FIRST =
            Comparator.comparingDouble(SlowRun::ms).thenComparing(SlowRun::id, Comparator.reverseOrder());
}
