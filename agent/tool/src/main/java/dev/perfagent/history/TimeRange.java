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

    /** All times, the future included by its name. */
    public static final TimeRange EVER = new TimeRange(null, Instant.MAX);

    /** From then on. */
    public static TimeRange since(Instant from) {
        return new TimeRange(from, null);
    }

    /** Whether it is {@link #ALL}. The equality of records would cost each start of the tool 40 classes. */
    boolean isAll() {
        return from == null && to == null;
    }

    /** What of it is not before that; all of it when that is null. */
    TimeRange notBefore(@Nullable Instant least) {
        return least == null || from != null && from.isAfter(least) ? this : new TimeRange(least, to);
    }

    /** Whether that moment is in it. */
    public boolean contains(Instant time) {
        return (from == null || !time.isBefore(from)) && (to == null || time.isBefore(to));
    }

    /** Whether it begins or ends after that moment, so that what is later is meant. One without an end goes on until now. */
    public boolean namesLaterThan(Instant moment) {
        return from != null && from.isAfter(moment) || to != null && to.isAfter(moment);
    }

    /** Whether a moment from {@code first} until before {@code next} may be in it. */
    boolean overlaps(Instant first, Instant next) {
        return (from == null || next.isAfter(from)) && (to == null || first.isBefore(to));
    }
}
