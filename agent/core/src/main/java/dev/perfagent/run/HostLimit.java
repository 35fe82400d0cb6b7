package dev.perfagent.run;

import org.jspecify.annotations.Nullable;

/**
 * The rate limit of a host that is not GitHub's API, as its last answer had it.
 *
 * @param name of the policy; {@code default} when it has none
 * @param resetEpochSeconds when the window ends
 * @param refused answers that refused a request at a limit: 429, or 503 with {@code retry-after}
 * @param retryAfterSeconds the longest wait that an answer asked for
 */
public record HostLimit(
        String name,
        @Nullable Long limit,
        @Nullable Long remaining,
        @Nullable Long resetEpochSeconds,
        long refused,
        @Nullable Long retryAfterSeconds) {}
