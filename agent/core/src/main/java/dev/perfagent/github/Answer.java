package dev.perfagent.github;

import org.jspecify.annotations.Nullable;

/**
 * What a response of GitHub's API means for the caller's quota.
 *
 * <p>Source: GitHub's "Rate limits for the REST API" and "Troubleshooting the REST API". Two cases cannot be seen from status and
 * headers: a secondary limit that only the body of a 403 tells, which counts as {@link #ERROR}, and a GraphQL limit, which comes
 * with status 200.
 */
public enum Answer {
    /** Below 400, so 304 too. */
    OK,
    /** The quota of the hour, or of the minute for search, is used up: 403 or 429 with nothing remaining. */
    PRIMARY_LIMIT,
    /** Too much at once: 403 with {@code retry-after}, or any other 429. */
    SECONDARY_LIMIT,
    /** Any other status from 400 on, and 0 or less for no response at all. */
    ERROR;

    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;

    /**
     * Classifies a response by what can be seen without its body.
     *
     * @param status HTTP status, 0 or less when no response came
     * @param remaining of {@code x-ratelimit-remaining}
     * @param retryAfterSeconds of {@code retry-after}
     */
    public static Answer of(int status, @Nullable Long remaining, @Nullable Long retryAfterSeconds) {
        if (status == FORBIDDEN || status == TOO_MANY_REQUESTS) {
            if (remaining != null && remaining == 0) {
                return PRIMARY_LIMIT;
            }
            return status == TOO_MANY_REQUESTS || retryAfterSeconds != null ? SECONDARY_LIMIT : ERROR;
        }
        return status > 0 && status < 400 ? OK : ERROR;
    }

    /** Whether the request was refused for its number and not for what it asked. */
    public boolean isLimit() {
        return this == PRIMARY_LIMIT || this == SECONDARY_LIMIT;
    }
}
