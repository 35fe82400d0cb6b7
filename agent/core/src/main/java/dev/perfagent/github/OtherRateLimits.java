package dev.perfagent.github;

import org.jspecify.annotations.Nullable;

/**
 * The quota headers of APIs that are not GitHub's: GitLab's, and the shapes that the IETF drafts "RateLimit header fields for
 * HTTP" went through.
 *
 * <ul>
 *   <li>{@code RateLimit-Limit: 100}, {@code -Remaining}, {@code -Reset} (seconds from now; GitLab: epoch, with {@code -Observed}
 *       and {@code -Name});
 *   <li>{@code RateLimit: limit=100, remaining=50, reset=5};
 *   <li>{@code RateLimit: "default";r=50;t=30} with {@code RateLimit-Policy: "default";q=100;w=60};
 *   <li>the {@code X-RateLimit-*} that GitHub's became a pattern for.
 * </ul>
 */
public final class OtherRateLimits {
    /** The name of a policy without a name. */
    public static final String DEFAULT = "default";

    private static final String[] STARTS = {"ratelimit", "x-ratelimit"};

    /** Limit, remaining, reset, observed, name. */
    private static final String[] STANDARD = {
        "ratelimit-limit", "ratelimit-remaining", "ratelimit-reset", "ratelimit-observed", "ratelimit-name"
    };

    private static final String[] USUAL = {
        "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset", "x-ratelimit-observed", "x-ratelimit-name"
    };

    private OtherRateLimits() {}

    /** Null when there is none of them; of several policies the one with the fewest remaining. */
    public static @Nullable RateLimitHeaders of(HeaderSource headers, long nowEpochSeconds) {
        if (!headers.mayHaveNameFrom(STARTS)) {
            return null;
        }
        String combined = headers.first("ratelimit");
        if (combined != null) {
            boolean isDictionary = parameter(combined, 0, combined.length(), "limit") != null
                    || parameter(combined, 0, combined.length(), "remaining") != null;
            return isDictionary ? dictionary(combined, nowEpochSeconds) : policy(combined, headers, nowEpochSeconds);
        }
        RateLimitHeaders separate = separate(STANDARD, headers, nowEpochSeconds);
        return separate != null ? separate : separate(USUAL, headers, nowEpochSeconds);
    }

    /** Whether a refusal is one at a limit: 429, or 503 with {@code retry-after}. */
    public static boolean isRefusal(int status, boolean asksToWait) {
        return status == 429 || status == 503 && asksToWait;
    }

    private static @Nullable RateLimitHeaders separate(String[] names, HeaderSource headers, long now) {
        String limit = headers.first(names[0]);
        String remaining = headers.first(names[1]);
        String reset = headers.first(names[2]);
        String observed = headers.first(names[3]);
        if (limit == null && remaining == null && reset == null && observed == null) {
            return null;
        }
        String name = headers.first(names[4]);
        int item = tightest(remaining);
        return new RateLimitHeaders(
                HeaderNumber.item(limit, item, false),
                HeaderNumber.item(remaining, item, false),
                HeaderNumber.item(observed, item, false),
                HeaderNumber.epoch(HeaderNumber.item(reset, item, true), now),
                harmless(name == null ? DEFAULT : name));
    }

    /** Which of a list has the fewest left; several limits at once are announced as {@code 1, 1000}. */
    private static int tightest(@Nullable String remaining) {
        int tightest = 0;
        Long fewest = null;
        for (int i = HeaderNumber.items(remaining) - 1; i >= 0; i--) {
            Long left = HeaderNumber.item(remaining, i, false);
            if (left != null && (fewest == null || left <= fewest)) {
                fewest = left;
                tightest = i;
            }
        }
        return tightest;
    }

    /** A name without digits, as policies have; a server that says anything else may say a secret. */
    private static String harmless(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z') && c != '_' && c != '-') {
                return RateLimitHeaders.OTHER;
            }
        }
        return RateLimitHeaders.sanitized(name, DEFAULT);
    }

    private static RateLimitHeaders dictionary(String text, long now) {
        return new RateLimitHeaders(
                parameter(text, 0, text.length(), "limit"),
                parameter(text, 0, text.length(), "remaining"),
                null,
                HeaderNumber.epoch(parameter(text, 0, text.length(), "reset"), now),
                DEFAULT);
    }

    private static RateLimitHeaders policy(String text, HeaderSource headers, long now) {
        int start = 0;
        Long remaining = parameter(text, 0, itemEnd(text, 0), "r");
        for (int item = itemEnd(text, 0) + 1; item < text.length(); item = itemEnd(text, item) + 1) {
            Long other = parameter(text, item, itemEnd(text, item), "r");
            if (other != null && (remaining == null || other < remaining)) {
                start = item;
                remaining = other;
            }
        }
        String name = name(text, start);
        return new RateLimitHeaders(
                limit(headers.first("ratelimit-policy"), name),
                remaining,
                null,
                HeaderNumber.epoch(parameter(text, start, itemEnd(text, start), "t"), now),
                harmless(name));
    }

    private static @Nullable Long limit(@Nullable String policies, String name) {
        if (policies == null) {
            return null;
        }
        for (int item = 0; item < policies.length(); item = itemEnd(policies, item) + 1) {
            if (name(policies, item).equals(name)) {
                return parameter(policies, item, itemEnd(policies, item), "q");
            }
        }
        return null;
    }

    private static String name(String text, int item) {
        int open = text.indexOf('"', item);
        int close = open < 0 ? -1 : text.indexOf('"', open + 1);
        return close < 0 || open > itemEnd(text, item) ? "" : text.substring(open + 1, close);
    }

    /** The comma behind an item, outside quotes, or the end. */
    private static int itemEnd(String text, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                return i;
            }
        }
        return text.length();
    }

    /** The number behind {@code key=} between separators, in any case. */
    private static @Nullable Long parameter(String text, int from, int to, String key) {
        boolean quoted = false;
        boolean atKey = true;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            }
            if (atKey && !quoted && text.regionMatches(true, i, key, 0, key.length())) {
                int equals = i + key.length();
                if (equals < to && text.charAt(equals) == '=') {
                    return HeaderNumber.of(text, equals + 1, digitsEnd(text, equals + 1, to));
                }
            }
            atKey = c == ';' || c == ',' || c <= ' ';
        }
        return null;
    }

    private static int digitsEnd(String text, int from, int to) {
        int at = from;
        while (at < to && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
