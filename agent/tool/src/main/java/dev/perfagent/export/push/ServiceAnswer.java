package dev.perfagent.export.push;

import org.jspecify.annotations.Nullable;

/**
 * What a service said to a request.
 *
 * @param status 0 when there was no answer
 * @param retryAfter the header of that name; null when there was none
 * @param text the body, or why there was no answer
 */
record ServiceAnswer(int status, @Nullable String retryAfter, String text) {
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;
    private static final int TIMEOUT = 408;

    boolean isTaken() {
        return status >= 200 && status < 300;
    }

    /** Whether less at once may be taken. */
    boolean isTooLarge() {
        return status == TOO_LARGE;
    }

    /** Whether something in it is not understood, which need not be so of all runs in it. */
    boolean isNotUnderstood() {
        return status == 400 || status == 422;
    }

    /** Whether the same may be taken later. */
    boolean mayBeRepeated() {
        return status == 0 || status == TIMEOUT || status == TOO_MANY || status >= 500;
    }
}
