package dev.perfagent.report;

import dev.perfagent.tally.QuotaTally.Quota;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long one of GitHub's rate limits will last.
 *
 * @param at the end of the last run that used it
 * @param remaining what was left then
 * @param resetsAt when it is full again; null when not known
 * @param pointsPerHour the pace of that day; null when its runs take less than a minute
 * @param runsOutAt when it will be used up at that pace; null when it lasts until the reset and longer, or when that is not known
 */
public record QuotaForecast(
        String resource,
        @Nullable Long limit,
        @Nullable Long remaining,
        Instant at,
        @Nullable Instant resetsAt,
        @Nullable Double pointsPerHour,
        @Nullable Instant runsOutAt) {
    private static final double SECONDS_AN_HOUR = 3600;

    /** Smaller limits are those of a minute: they are full again at once. */
    private static final long SMALLEST_HOURLY_LIMIT = 60;

    static QuotaForecast of(String resource, Quota quota) {
        return new QuotaForecast(
                resource,
                quota.limit(),
                quota.remaining(),
                quota.at(),
                quota.resetsAt(),
                quota.pointsPerHour(),
                runsOut(quota));
    }

    /** What is left lasts until then at that pace; or else, from the reset on, the whole limit does. */
    private static @Nullable Instant runsOut(Quota quota) {
        Double pace = quota.pointsPerHour();
        Long all = quota.limit();
        Long left = quota.remaining();
        Instant resetsAt = quota.resetsAt();
        if (pace == null
                || pace <= 0
                || all == null
                || all < SMALLEST_HOURLY_LIMIT
                || left == null
                || resetsAt == null) {
            return null;
        }
        boolean isOver = !resetsAt.isAfter(quota.at());
        Instant first = after(quota.at(), left, pace);
        if (!isOver && first.isBefore(resetsAt)) {
            return first;
        }
        return pace > all ? after(isOver ? quota.at() : resetsAt, all, pace) : null;
    }

    private static Instant after(Instant from, long points, double perHour) {
        return from.plusSeconds(Math.round(points / perHour * SECONDS_AN_HOUR));
    }
}
