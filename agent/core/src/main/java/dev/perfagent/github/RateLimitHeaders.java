package dev.perfagent.github;

import org.jspecify.annotations.Nullable;

/**
 * What a response says about the quota. A header that is missing or malformed is null; nothing here throws.
 *
 * @param limit requests in a window
 * @param used requests counted in the current window
 * @param resetEpochSeconds when the window ends
 * @param resource which quota: GitHub's {@code core}, {@code search}, {@code graphql} …; of other APIs {@code default} or a
 *     policy's name; always {@code [a-z0-9_-]{1,40}}
 */
public record RateLimitHeaders(
        @Nullable Long limit,
        @Nullable Long remaining,
        @Nullable Long used,
        @Nullable Long resetEpochSeconds,
        String resource) {
    /** GitHub's name of the quota that most requests take from. */
    public static final String CORE = "core";

    /** A quota by a name that its API does not document. */
    static final String OTHER = "other";

    /**
     * The quotas that GitHub documents; {@code audit_log} and {@code audit_log_streaming} have been seen, but are in no
     * documentation.
     *
     * @see <a href="https://docs.github.com/en/rest/rate-limit/rate-limit">Get rate limit status</a>
     */
    private static final String[] RESOURCES = {
        CORE,
        "search",
        "graphql",
        "code_search",
        "integration_manifest",
        "source_import",
        "code_scanning_upload",
        "code_scanning_autofix",
        "actions_runner_registration",
        "scim",
        "dependency_snapshots",
        "dependency_sbom",
        "copilot_usage_records"
    };

    private static final int MAX_RESOURCE = 40;

    /** Compact constructor: a resource is a name in reports, so it must be harmless. */
    public RateLimitHeaders {
        resource = sanitized(resource, CORE);
    }

    /**
     * GitHub's own headers; null when there is none of {@code x-ratelimit-*}.
     *
     * @param nowEpochSeconds the time of the response, which relative values count from
     */
    public static @Nullable RateLimitHeaders of(HeaderSource headers, long nowEpochSeconds) {
        String limit = headers.first("x-ratelimit-limit");
        String remaining = headers.first("x-ratelimit-remaining");
        String used = headers.first("x-ratelimit-used");
        String reset = headers.first("x-ratelimit-reset");
        String resource = headers.first("x-ratelimit-resource");
        if (limit == null && remaining == null && used == null && reset == null && resource == null) {
            return null;
        }
        return new RateLimitHeaders(
                HeaderNumber.of(limit),
                HeaderNumber.of(remaining),
                HeaderNumber.of(used),
                HeaderNumber.epoch(HeaderNumber.of(reset), nowEpochSeconds),
                documented(resource));
    }

    /** The name, when GitHub documents it; a server that says anything else may say a secret. */
    private static String documented(@Nullable String resource) {
        if (resource == null || resource.isEmpty()) {
            return CORE;
        }
        for (String known : RESOURCES) {
            if (known.equalsIgnoreCase(resource)) {
                return known;
            }
        }
        return OTHER;
    }

    /** Whether it asks to wait before the next request, be it for a time that cannot be read. */
    public static boolean asksToWait(HeaderSource headers) {
        return headers.first("retry-after") != null;
    }

    /** {@code retry-after} in seconds; a date that is past gives 0. Null when there is none that is believed. */
    public static @Nullable Long retryAfterSeconds(HeaderSource headers, long nowEpochSeconds) {
        String value = headers.first("retry-after");
        if (value == null) {
            return null;
        }
        Long date = HttpDate.epochSeconds(value.trim());
        if (date == null) {
            return HeaderNumber.seconds(value);
        }
        long seconds = Math.max(0, date - nowEpochSeconds);
        return seconds > HeaderNumber.MOST_SECONDS ? null : (Long) seconds;
    }

    /** A number of seconds to wait; null when it is none, or longer than is believed: 31 days. */
    public static @Nullable Long seconds(@Nullable String text) {
        return HeaderNumber.seconds(text);
    }

    /** Lower case, what is not {@code [a-z0-9_-]} as {@code -}, cut at 40; {@code otherwise} when nothing is left. */
    static String sanitized(String name, String otherwise) {
        int length = Math.min(name.length(), MAX_RESOURCE);
        StringBuilder out = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                c = (char) (c - 'A' + 'a');
            }
            boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' || c == '-';
            out.append(plain ? c : '-');
        }
        return length == 0 ? otherwise : out.toString();
    }
}
