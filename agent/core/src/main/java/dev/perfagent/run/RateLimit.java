package dev.perfagent.run;

import org.jspecify.annotations.Nullable;

/**
 * The state of one rate-limit resource as the last response had it.
 *
 * @param resource GitHub's name of it: {@code core}, {@code search}, {@code graphql} …
 * @param used requests counted against the limit in the current window
 * @param resetEpochSeconds when the window ends
 * @param consumed what this run took of it, as the responses show
 */
public record RateLimit(
        String resource,
        @Nullable Long limit,
        @Nullable Long remaining,
        @Nullable Long used,
        @Nullable Long resetEpochSeconds,
        @Nullable Long consumed) {}
