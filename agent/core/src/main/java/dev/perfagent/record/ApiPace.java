package dev.perfagent.record;

import dev.perfagent.github.Answer;
import dev.perfagent.run.ApiPatterns;

/** How fast requests follow one another, and what was refused. Guarded by its {@link GitHubTotals}. */
final class ApiPace {
    /** What GitHub counts for a request that changes something, against 900 points a minute. */
    private static final int WRITE_POINTS = 5;

    /** GitHub asks for at least a second between requests that change something. */
    private static final long WRITE_PAUSE_NANOS = 1_000_000_000L;

    private final MinuteWindow points = new MinuteWindow();
    private boolean hasWritten;
    private long lastWriteNanos;
    private long rapidWrites;
    private long atOnce;
    private long freeConditionalHits;
    private long primaryLimits;
    private long secondaryLimits;
    private long earlyRetries;
    private long futileRetries;

    void sent(HttpCall call, boolean isGraphQl, int underWay, long startNanos) {
        boolean isRead = call.isRead(isGraphQl);
        if (!isGraphQl) {
            points.add(startNanos, isRead ? 1 : WRITE_POINTS);
        }
        atOnce = Math.max(atOnce, underWay);
        if (!isRead && (!isGraphQl || call.operation() != null)) {
            rapidWrites += hasWritten && Math.abs(startNanos - lastWriteNanos) < WRITE_PAUSE_NANOS ? 1 : 0;
            hasWritten = true;
            lastWriteNanos = startNanos;
        }
    }

    void answered(Answer answer, boolean isFreeHit) {
        primaryLimits += answer == Answer.PRIMARY_LIMIT ? 1 : 0;
        secondaryLimits += answer == Answer.SECONDARY_LIMIT ? 1 : 0;
        freeConditionalHits += isFreeHit ? 1 : 0;
    }

    /** An answer was another one than it was counted as. */
    void corrected(Answer before, Answer answer) {
        primaryLimits -= before == Answer.PRIMARY_LIMIT ? 1 : 0;
        secondaryLimits -= before == Answer.SECONDARY_LIMIT ? 1 : 0;
        answered(answer, false);
    }

    void earlyRetry() {
        earlyRetries++;
    }

    void futileRetry() {
        futileRetries++;
    }

    ApiPatterns patterns() {
        return new ApiPatterns(
                freeConditionalHits,
                primaryLimits,
                secondaryLimits,
                atOnce,
                points.most(),
                rapidWrites,
                earlyRetries,
                futileRetries);
    }
}
