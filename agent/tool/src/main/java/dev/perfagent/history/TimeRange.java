package dev.perfagent.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time.
 *
 * @param from the first moment in it; null when it has no beginning
 * @param to the first moment after it; null when it has no end
 */
public record TimeRange(@Nullable Instant from, @Nullable Instant to) {
    /** All times. */
    public static final TimeRange ALL = new TimeRange(null, null);

    /** From then on. */
    public static TimeRange since(Instant from) {
        return new TimeRange(from, null);
    }

    /** Whether that moment is in it. */
    public boolean contains(Instant time) {
        return (from == null || !time.isBefore(from)) && (to == null || time.isBefore(to));
    }

    /** Whether a moment from {@code first} until before {@code next} may be in it. */
    boolean overlaps(Instant first, Instant next) {
        return (from == null || next.isAfter(from)) && (to == null || first.isBefore(to));
    }
}
