package dev.perfagent.observe.http;

import dev.perfagent.github.Answer;
import dev.perfagent.github.HeaderSource;
import dev.perfagent.github.RateLimitHeaders;
import dev.perfagent.record.Clock;
import dev.perfagent.record.HttpCall;
import dev.perfagent.record.Recording;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A GitHub request of one thread that may be worth repeating: refused at a limit, or failed for no fault of its own. */
final class RefusedRequest {
    /** Both {@code retry-after} and the reset are whole seconds, and nobody wakes up on time. */
    static final long SLACK_NANOS = 1_000_000_000L;

    /** No announcement is believed beyond that; GitHub's longest window is an hour. */
    private static final long MOST_SECONDS = 24 * 60 * 60;

    private static final int FIRST_SERVER_ERROR = 500;

    /** What it belongs to: a wait from one command to the next is nobody's. */
    final Recording recording;

    private final String method;
    private final URI uri;
    private final long atNanos;
    private final long mostWaitNanos;

    private RefusedRequest(Recording recording, String method, URI uri, long atNanos, long mostWaitNanos) {
        this.recording = recording;
        this.method = method;
        this.uri = uri;
        this.atNanos = atNanos;
        this.mostWaitNanos = mostWaitNanos;
    }

    /** Whether an answer may be one, at a glance. */
    static boolean isPossible(HttpCall call) {
        Integer status = call.status();
        return call.failed() || status != null && (status == 403 || status == 429 || status >= FIRST_SERVER_ERROR);
    }

    /**
     * What that answer means for the next request; null when nothing.
     *
     * @param uri that was asked for, before any redirect
     */
    static @Nullable RefusedRequest of(HttpCall call, URI uri, Recording recording, Clock clock) {
        Integer status = call.status();
        HeaderSource headers = call.headers();
        if (status == null || headers == null || status >= FIRST_SERVER_ERROR) {
            return new RefusedRequest(recording, call.method(), uri, clock.nanos(), 0);
        }
        long now = clock.millis() / 1000;
        RateLimitHeaders told = RateLimitHeaders.of(headers, now);
        Long remaining = told == null ? null : told.remaining();
        Long seconds = RateLimitHeaders.retryAfterSeconds(headers, now);
        if (!Answer.of(status, remaining, seconds).isLimit()) {
            return null;
        }
        if (seconds == null && told != null && remaining != null && remaining == 0) {
            Long reset = told.resetEpochSeconds();
            seconds = reset == null ? null : Long.valueOf(reset - now);
        }
        return new RefusedRequest(recording, call.method(), uri, clock.nanos(), mostWaitNanos(seconds));
    }

    private static long mostWaitNanos(@Nullable Long seconds) {
        return seconds == null ? 0 : Math.max(0, Math.min(seconds, MOST_SECONDS)) * 1_000_000_000L + SLACK_NANOS;
    }

    /** Whether the thread's next request goes to the same host and port. */
    boolean isBefore(URI next) {
        String authority = uri.getRawAuthority();
        return authority != null && authority.equals(next.getRawAuthority());
    }

    boolean isRepeatedBy(String nextMethod, URI next) {
        return method.equals(nextMethod) && uri.equals(next);
    }

    /** Time lost to the limit when the thread goes on at that time: no more than the answer asked for. */
    long waitedNanos(long now) {
        return Math.min(now - atNanos, mostWaitNanos);
    }
}
