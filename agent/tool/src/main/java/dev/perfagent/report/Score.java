package dev.perfagent.report;

import dev.perfagent.threshold.Rating;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command's times beside its budget in {@code benchmarks.yml}.
 *
 * @param targetMs null when none is set
 * @param rating of the median; null when the budget has no limits for it
 * @param value target by median, at most 1; null without a target
 * @param ratings how many timed runs earned each rating; those for which the budget has no limits are left out
 */
public record Score(
        @Nullable Double targetMs,
        @Nullable Double baselineMs,
        @Nullable Double maxAcceptableMs,
        @Nullable Rating rating,
        @Nullable Double value,
        Map<Rating, Long> ratings) {
    public Score {
        ratings = ratings.isEmpty() ? Map.of() : new EnumMap<>(ratings);
    }
}
