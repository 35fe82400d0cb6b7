package dev.perfagent.record;

import dev.perfagent.github.HeaderNumber;
import dev.perfagent.github.RateLimitHeaders;
import dev.perfagent.run.RateLimit;
import org.jspecify.annotations.Nullable;

/**
 * The latest state of one rate-limit resource, and what of it was this run's. Guarded by its {@link GitHubTotals}.
 *
 * <p>Others may use the same quota at the same time. So consumed is the number of answers that are charged, and not the
 * difference of what remains; what that difference has more was taken by others. Both are added up window by window, because the
 * quota may be reset during a run.
 */
final class RateLimitState {
    /** The reset of one window is not always the same second. */
    private static final long SAME_RESET_SECONDS = 2;

    private final boolean isInPoints;
    private final MinuteWindow minute = new MinuteWindow();
    private @Nullable Long limit;
    private @Nullable Long remaining;
    private @Nullable Long used;
    private @Nullable Long reset;
    private long charged;

    /** Of windows that are over. */
    private long pointsBefore;

    private long othersBefore;

    /** The least and most that answers of this window said was used, and how much this run took between them. */
    private long leastUsed = -1;

    private long mostUsed = -1;
    private boolean isLeastCharged;
    private long chargedInWindow;

    /** @param isInPoints whether a request may cost more than 1, as those of GraphQL do */
    RateLimitState(boolean isInPoints) {
        this.isInPoints = isInPoints;
    }

    /**
     * An answer.
     *
     * @param isCharged whether the request took something of the quota
     * @param startNanos when it was sent
     */
    void add(RateLimitHeaders stated, boolean isCharged, long startNanos) {
        charged += isCharged ? 1 : 0;
        minute.add(startNanos, 1);
        window(stated, isCharged);
        if (isNewer(stated)) {
            limit = stated.limit();
            remaining = stated.remaining();
            used = stated.used();
            reset = stated.resetEpochSeconds();
        }
    }

    /** An answer that was taken for a charged one was a refusal at a limit, as its body said. */
    void refused() {
        charged = Math.max(0, charged - 1);
        chargedInWindow = Math.max(0, chargedInWindow - 1);
    }

    private void window(RateLimitHeaders stated, boolean isCharged) {
        Long now = used(stated);
        if (now == null) {
            return;
        }
        Long end = stated.resetEpochSeconds();
        if (leastUsed >= 0 && end != null && reset != null && Math.abs(end - reset) > SAME_RESET_SECONDS) {
            if (end < reset) {
                return; // a late answer of a window that is over
            }
            pointsBefore = HeaderNumber.sum(pointsBefore, points());
            othersBefore = HeaderNumber.sum(othersBefore, others());
            leastUsed = -1;
            mostUsed = -1;
            chargedInWindow = 0;
        }
        chargedInWindow += isCharged ? 1 : 0;
        if (leastUsed < 0 || now < leastUsed) {
            leastUsed = now;
            isLeastCharged = isCharged;
        }
        mostUsed = Math.max(mostUsed, now);
    }

    private static @Nullable Long used(RateLimitHeaders stated) {
        if (stated.used() != null) {
            return stated.used();
        }
        Long all = stated.limit();
        Long left = stated.remaining();
        return all == null || left == null ? null : Long.valueOf(Math.max(0, all - left));
    }

    /** What was taken of this window by everybody from this run's first answer on. */
    private long points() {
        return leastUsed < 0 ? 0 : mostUsed - leastUsed + (isLeastCharged ? 1 : 0);
    }

    private long others() {
        return Math.max(0, points() - chargedInWindow);
    }

    /** Answers of one window arrive in any order; the one with least left was sent last. */
    private boolean isNewer(RateLimitHeaders stated) {
        if (remaining == null || stated.remaining() == null) {
            return stated.remaining() != null || limit == null;
        }
        Long end = stated.resetEpochSeconds();
        if (reset != null && end != null && Math.abs(end - reset) > SAME_RESET_SECONDS) {
            return end > reset;
        }
        return stated.remaining() <= remaining;
    }

    /** A GraphQL query costs points, which only the difference shows, and whose they are cannot be known. */
    RateLimit rateLimit(String resource) {
        return new RateLimit(
                resource,
                limit,
                remaining,
                used,
                reset,
                isInPoints ? Math.max(charged, HeaderNumber.sum(pointsBefore, points())) : charged,
                isInPoints || leastUsed < 0 ? null : (Long) HeaderNumber.sum(othersBefore, others()),
                minute.most());
    }
}
