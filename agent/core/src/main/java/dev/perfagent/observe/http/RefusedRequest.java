package dev.perfagent.observe.http;

import dev.perfagent.github.Answer;
import dev.perfagent.github.HeaderSource;
import dev.perfagent.github.RateLimitHeaders;
import dev.perfagent.record.Clock;
import dev.perfagent.record.GitHubTotals;
import dev.perfagent.record.HttpCall;
import dev.perfagent.record.Recording;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A GitHub request that may be repeated: refused at a limit, failed for no fault of its own, or answered in a way that asking
 * again does not change.
 */
final class RefusedRequest {
    /** Both {@code retry-after} and the reset are whole seconds, and nobody wakes up on time. */
    static final long SLACK_NANOS = 1_000_000_000L;

    private static final long NANOS = 1_000_000_000L;
    private static final int FIRST_SERVER_ERROR = 500;

    /** Whose request it was. */
    final HttpThread sender;

    /** What it belongs to: a wait from one command to the next is nobody's. */
    private final Recording recording;

    private final String method;
    private final URI uri;

    /** The name of a GraphQL request, because all of them have one address; null when it is not known at the start. */
    private final @Nullable String operation;

    private final long atNanos;

    /** Whether to ask again gets the same answer. */
    private boolean isFinal;

    /** What the answer is taken for; OK where its body may still say that it was a limit. */
    private Answer known;

    /** Of the answer; 0 for none. */
    private final int status;

    /** Seconds that the answer asked to wait; null when it did not. */
    private final @Nullable Long seconds;

    /** Which quota the answer's headers were about; null when they were about none. */
    private final @Nullable String resource;

    private boolean isWaitCounted;
    private boolean isRepeated;

    private RefusedRequest(
            HttpThread sender,
            Recording recording,
            HttpCall call,
            HttpRequestFacts request,
            long atNanos,
            Answer known,
            @Nullable Long seconds,
            @Nullable RateLimitHeaders stated) {
        this.sender = sender;
        this.recording = recording;
        this.method = call.method();
        this.uri = request.uri();
        this.operation = request.operation();
        this.atNanos = atNanos;
        this.known = known;
        this.status = call.status() == null ? 0 : call.status();
        this.isFinal = known == Answer.ERROR && isFinal(status);
        this.seconds = seconds == null ? null : (Long) Math.max(0, seconds);
        this.resource = stated == null ? null : stated.resource();
    }

    /** Whether an answer may be one, at a glance. */
    static boolean isPossible(HttpCall call) {
        Integer status = call.status();
        return call.failed()
                || status != null && (status >= FIRST_SERVER_ERROR || isFinal(status) || status == 429)
                || call.text() != null
                || status != null && status == 200 && isGraphQl(call.uri());
    }

    /** Whether limits of that API come with status 200. */
    static boolean isGraphQl(URI uri) {
        String path = uri.getRawPath();
        return path != null && path.endsWith("/graphql");
    }

    /** Whether to ask again gets the same answer; 403 too, unless it is a limit. */
    private static boolean isFinal(int status) {
        return switch (status) {
            case 400, 401, 403, 404, 410, 422, 451 -> true;
            default -> false;
        };
    }

    /**
     * What that answer means for the next request; null when nothing.
     *
     * @param request what was asked for, before any redirect
     */
    static @Nullable RefusedRequest of(
            HttpCall call, HttpRequestFacts request, HttpThread sender, Recording recording, Clock clock) {
        Integer status = call.status();
        HeaderSource headers = call.headers();
        long at = clock.nanos();
        if (status == null || headers == null || status >= FIRST_SERVER_ERROR) {
            return new RefusedRequest(sender, recording, call, request, at, Answer.ERROR, null, null);
        }
        long now = clock.millis() / 1000;
        RateLimitHeaders stated = RateLimitHeaders.of(headers, now);
        Long remaining = stated == null ? null : stated.remaining();
        Long seconds = RateLimitHeaders.retryAfterSeconds(headers, now);
        Answer answer = call.answer(remaining);
        boolean mayBeLimit = RateLimitHeaders.asksToWait(headers) || remaining != null && remaining == 0;
        if (!answer.isLimit() && !isFinal(status) && !(status == 200 && isGraphQl(request.uri()) && mayBeLimit)) {
            return null;
        }
        if (answer == Answer.ERROR) {
            return new RefusedRequest(sender, recording, call, request, at, answer, null, stated);
        }
        if (seconds == null && stated != null && remaining != null && remaining == 0) {
            Long reset = stated.resetEpochSeconds();
            seconds = reset == null ? null : Long.valueOf(reset - now);
        }
        return new RefusedRequest(sender, recording, call, request, at, answer, seconds, stated);
    }

    /** Whether the body of the answer may say more than the rest of it did. */
    boolean mayBeExplained() {
        return status == 403 || status == 429 || status == 200;
    }

    /** The body of the answer, or its start: it may say that it was a limit, or which one, when nothing else of it did. */
    synchronized void isExplained(String body) {
        Answer said = isRepeated ? null : Answer.saidBy(status, body);
        if (said != null && said != known) {
            recording.gitHub().wasLimited(known, said, resource);
            known = said;
            isFinal = false;
        }
    }

    /** What a request is found by that another thread repeats. */
    String key() {
        return key(method, uri, operation);
    }

    static String key(HttpRequestFacts request) {
        return key(request.method(), request.uri(), request.operation());
    }

    private static String key(String method, URI uri, @Nullable String operation) {
        return method + " " + uri + " " + operation;
    }

    /** Whether a request of that recording goes to the same host and port. */
    boolean isBefore(URI next) {
        String authority = uri.getRawAuthority();
        return authority != null && authority.equals(next.getRawAuthority());
    }

    /**
     * A request follows: the wait before it counts once, and so does that it is the same request.
     *
     * @param isOwn whether the thread that was refused sends it
     */
    synchronized void isFollowed(Recording by, HttpRequestFacts next, long nowNanos, boolean isOwn) {
        if (by != recording || known == Answer.OK) {
            return;
        }
        boolean isSame = !isRepeated
                && method.equals(next.method())
                && uri.equals(next.uri())
                && Objects.equals(operation, next.operation());
        GitHubTotals totals = recording.gitHub();
        long waited = nowNanos - atNanos;
        if ((isOwn || isSame) && !isWaitCounted && seconds != null) {
            isWaitCounted = true;
            totals.waited(Math.min(waited, seconds * NANOS + SLACK_NANOS));
        }
        if (isSame) {
            isRepeated = true;
            totals.retried(isFinal, seconds != null && waited < seconds * NANOS);
        }
    }
}
