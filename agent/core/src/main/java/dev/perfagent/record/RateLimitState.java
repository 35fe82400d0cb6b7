package dev.perfagent.record;

import dev.perfagent.github.Answer;
import dev.perfagent.github.RateLimitHeaders;
import dev.perfagent.run.RateLimit;
import org.jspecify.annotations.Nullable;

/** The latest state of one rate-limit resource. Guarded by its {@link GitHubTotals}. */
final class RateLimitState {
    private @Nullable Long limit;
    private @Nullable Long remaining;
    private @Nullable Long used;
    private @Nullable Long reset;
    private @Nullable Long firstUsed;
    private long charged;

    void add(HttpCall call, RateLimitHeaders told, boolean free) {
        charged += free || isFree(call, told) ? 0 : 1;
        if (firstUsed == null && told.used() != null) {
            firstUsed = told.used();
        }
        if (isNewer(told)) {
            limit = told.limit();
            remaining = told.remaining();
            used = told.used();
            reset = told.resetEpochSeconds();
        }
    }

    /** A 304 is free with a valid Authorization header; what was turned away took nothing. */
    private static boolean isFree(HttpCall call, RateLimitHeaders told) {
        int status = call.status() == null ? 0 : call.status();
        boolean unchanged = status == 304 && !Boolean.FALSE.equals(call.authenticated());
        return unchanged
                || Answer.of(status, told.remaining(), told.retryAfterSeconds()).isLimit();
    }

    /** Answers of one window arrive in any order; the one with least left was sent last. */
    private boolean isNewer(RateLimitHeaders told) {
        if (remaining == null || told.remaining() == null) {
            return told.remaining() != null || limit == null;
        }
        if (reset != null && told.resetEpochSeconds() != null && !reset.equals(told.resetEpochSeconds())) {
            return told.resetEpochSeconds() > reset;
        }
        return told.remaining() <= remaining;
    }

    /**
     * Consumed is the number of answers that are charged: others may use the same quota at the same time, so the difference of
     * what remains would blame this run for them. A GraphQL query costs points instead, which only the difference shows.
     */
    RateLimit rateLimit(String resource) {
        long consumed = charged;
        if (resource.equals("graphql") && used != null && firstUsed != null && used >= firstUsed) {
            consumed = used - firstUsed + 1;
        }
        return new RateLimit(resource, limit, remaining, used, reset, consumed);
    }
}
