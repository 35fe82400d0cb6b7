package dev.perfagent.prepare.start;

import dev.perfagent.statistics.PairedRatio;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one way.
 *
 * @param options the JVM's options for it
 * @param problem why it cannot be used; null if it can
 * @param medianMs of the whole process; null if it was not timed
 * @param ratio its time by that of {@link StartWay#USUAL}, with the interval that has 99 % confidence; null if it was not timed
 */
public record TriedStart(
        StartWay way,
        List<String> options,
        @Nullable String problem,
        @Nullable Double medianMs,
        @Nullable PairedRatio ratio) {
    /** The problem of ways with a cache when none was asked for. */
    static final String NO_CACHE = "no cache was asked for";

    public TriedStart {
        options = List.copyOf(options);
    }

    /** Whether somebody wants to know of its problem. */
    public boolean isAskedFor() {
        return !NO_CACHE.equals(problem);
    }

    /** Whether it is surely faster than the usual way. */
    public boolean isFaster() {
        return ratio != null && ratio.isBelow();
    }
}
