package dev.perfagent.observe.http;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is kept of HTTP calls for one thread. */
final class HttpThread {
    /** Deeper than clients call one another, so that it hardly ever grows. */
    private static final int USUAL_DEPTH = 4;

    /** Calls whose methods the thread is in, the outermost first. */
    private @Nullable OpenRequest[] inside = new OpenRequest[USUAL_DEPTH];

    private int depth;

    /** What it asks an HTTP cache for; null for nothing. */
    @Nullable
    HttpCacheCall cacheCall;

    /** What its last GitHub request ran into; set by another thread when that was an asynchronous one. */
    volatile @Nullable RefusedRequest refusal;

    /**
     * Whether a client hands that request down to another one, which is to send it. Any other request that is sent within a call
     * is one of its own: that of a redirect that is followed on the thread that still sends, or one for a new token.
     */
    boolean isHandedDown(HttpRequestFacts request) {
        OpenRequest around = depth == 0 ? null : inside[depth - 1];
        return around != null && around.isWaitingFor(request);
    }

    /**
     * A method of a call is entered.
     *
     * @return whether that is the outermost one
     */
    boolean enters(OpenRequest request) {
        if (depth == inside.length) {
            inside = Arrays.copyOf(inside, 2 * depth);
        }
        inside[depth++] = request;
        return depth == 1;
    }

    /**
     * The method that was entered last is left.
     *
     * @return whether it was the outermost one
     */
    boolean leaves() {
        inside[--depth] = null;
        return depth == 0;
    }
}
