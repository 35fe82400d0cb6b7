package dev.perfagent.run;

import org.jspecify.annotations.Nullable;

/**
 * The state of one rate-limit resource as the last response had it.
 *
 * @param resource GitHub's name of it: {@code core}, {@code search}, {@code graphql} …
 * @param used requests counted against the limit in the current window
 * @param resetEpochSeconds when the window ends
 * @param consumed what this run took of it, as the responses show
 * @param others what others took of it between this run's first and last answers; null when that cannot be known
 * @param peakMinute the most requests of this run within a minute
 */
public record RateLimit(
        String resource,
        @Nullable Long limit,
        @Nullable Long remaining,
        @Nullable Long used,
        @Nullable Long resetEpochSeconds,
        @Nullable Long consumed,
        @Nullable Long others,
        @Nullable Long peakMinute) {
    /** Of a resource of which others' use and the pace are not known. */
    public RateLimit(
            String resource,
            @Nullable Long limit,
            @Nullable Long remaining,
            @Nullable Long used,
            @Nullable Long resetEpochSeconds,
            @Nullable Long consumed) {
        this(resource, limit, remaining, used, resetEpochSeconds, consumed, null, null);
    }

    /** How many more runs like this one fit into what is left of the window; null when that is not known. */
    public @Nullable Long runsLeft() {
        return remaining == null || consumed == null || consumed < 1 ? null : Long.valueOf(remaining / consumed);
    }
}
