package dev.perfagent.github;

import org.jspecify.annotations.Nullable;

/**
 * What a response of GitHub's API means for the caller's quota.
 *
 * <p>Source: GitHub's "Rate limits for the REST API" and "Troubleshooting the REST API". Two cases can only be seen in the body:
 * some secondary limits, which are a 403 like any other, and limits of GraphQL, which come with status 200.
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
     * @param asksToWait whether there is {@code retry-after}
     */
    public static Answer of(int status, @Nullable Long remaining, boolean asksToWait) {
        return of(status, remaining, asksToWait, null);
    }

    /**
     * Classifies a response by all that is known of it.
     *
     * @param body the start of its body; null when that is not known
     */
    public static Answer of(int status, @Nullable Long remaining, boolean asksToWait, @Nullable String body) {
        Answer said = body == null ? null : saidBy(status, body);
        return said == null ? byHeaders(status, remaining, asksToWait) : said;
    }

    /**
     * What the words of a body mean; null for nothing. Newer texts say "secondary rate limit", older ones "abuse".
     *
     * @param body its start
     */
    public static @Nullable Answer saidBy(int status, String body) {
        if (status == FORBIDDEN || status == TOO_MANY_REQUESTS) {
            if (body.contains("secondary rate limit") || body.contains("abuse detection")) {
                return SECONDARY_LIMIT;
            }
            return body.contains("API rate limit exceeded") ? PRIMARY_LIMIT : null;
        }
        if (status != 200) {
            return null;
        }
        if (body.contains("\"message\":\"You have exceeded a secondary rate limit")) {
            return SECONDARY_LIMIT;
        }
        return body.contains("\"RATE_LIMITED\"") || body.contains("\"RATE_LIMIT\"") ? PRIMARY_LIMIT : null;
    }

    private static Answer byHeaders(int status, @Nullable Long remaining, boolean asksToWait) {
        if (status == FORBIDDEN || status == TOO_MANY_REQUESTS) {
            if (remaining != null && remaining == 0) {
                return PRIMARY_LIMIT;
            }
            return status == TOO_MANY_REQUESTS || asksToWait ? SECONDARY_LIMIT : ERROR;
        }
        return status > 0 && status < 400 ? OK : ERROR;
    }

    /** Whether the request was refused for its number and not for what it asked. */
    public boolean isLimit() {
        return this == PRIMARY_LIMIT || this == SECONDARY_LIMIT;
    }
}
