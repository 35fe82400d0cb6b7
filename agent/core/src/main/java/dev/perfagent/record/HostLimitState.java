package dev.perfagent.record;

import dev.perfagent.github.HeaderSource;
import dev.perfagent.github.OtherRateLimits;
import dev.perfagent.github.RateLimitHeaders;
import dev.perfagent.run.HostLimit;
import org.jspecify.annotations.Nullable;

/** The rate limit of one host as its answers have it. Guarded by its {@link HttpTotals}. */
final class HostLimitState {
    private @Nullable RateLimitHeaders last;
    private long refused;
    private @Nullable Long retryAfter;

    private HostLimitState() {}

    /** The state with one more answer; null as long as none says anything about a limit. */
    static @Nullable HostLimitState with(
            @Nullable HostLimitState before, HttpCall call, HeaderSource headers, long nowEpochSeconds) {
        RateLimitHeaders stated = OtherRateLimits.of(headers, nowEpochSeconds);
        int status = call.status() == null ? 0 : call.status();
        boolean isRefusal = status >= 400 && OtherRateLimits.isRefusal(status, RateLimitHeaders.asksToWait(headers));
        if (stated == null && !isRefusal) {
            return before;
        }
        HostLimitState state = before == null ? new HostLimitState() : before;
        state.last = stated == null ? state.last : stated;
        state.refused += isRefusal ? 1 : 0;
        Long seconds = isRefusal ? RateLimitHeaders.retryAfterSeconds(headers, nowEpochSeconds) : null;
        if (seconds != null) {
            state.retryAfter = state.retryAfter == null ? seconds : (Long) Math.max(state.retryAfter, seconds);
        }
        return state;
    }

    HostLimit limit() {
        RateLimitHeaders stated = last;
        return new HostLimit(
                stated == null ? OtherRateLimits.DEFAULT : stated.resource(),
                stated == null ? null : stated.limit(),
                stated == null ? null : stated.remaining(),
                stated == null ? null : stated.resetEpochSeconds(),
                refused,
                retryAfter);
    }
}
