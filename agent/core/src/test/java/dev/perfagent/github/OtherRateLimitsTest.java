package dev.perfagent.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class OtherRateLimitsTest {
    private static final long NOW = 1_800_000_000;

    private static @Nullable RateLimitHeaders other(Map<String, String> headers) {
        return OtherRateLimits.of(headers::get, NOW);
    }

    @Test
    void gitLabsHeadersAreRead() {
        assertThat(other(Map.of(
                        "ratelimit-limit", "600",
                        "ratelimit-observed", "6",
                        "ratelimit-remaining", "594",
                        "ratelimit-name", "throttle_authenticated_web",
                        "ratelimit-reset", "1800000060")))
                .isEqualTo(new RateLimitHeaders(600L, 594L, 6L, NOW + 60, "throttle_authenticated_web", null));
    }

    @Test
    void theDraftsSeparateHeadersAreRead() {
        assertThat(other(Map.of(
                        "ratelimit-limit", "100, 100;w=60", "ratelimit-remaining", "50", "ratelimit-reset", "5")))
                .isEqualTo(new RateLimitHeaders(100L, 50L, null, NOW + 5, "default", null));
        assertThat(other(Map.of("x-ratelimit-remaining", "50")))
                .isEqualTo(new RateLimitHeaders(null, 50L, null, null, "default", null));
    }

    @Test
    void theDraftsDictionaryIsRead() {
        assertThat(other(Map.of("ratelimit", "limit=100, remaining=50, reset=5")))
                .isEqualTo(new RateLimitHeaders(100L, 50L, null, NOW + 5, "default", null));
        assertThat(other(Map.of("ratelimit", "limit=100, remaining=50, reset=5, comment=\"r=7\"")))
                .isEqualTo(new RateLimitHeaders(100L, 50L, null, NOW + 5, "default", null));
    }

    @Test
    void theDraftsPoliciesAreReadAndTheTightestCounts() {
        Map<String, String> headers = Map.of(
                "ratelimit", "\"day, all\";r=900;t=4000, \"burst\";r=50;t=30;pk=\"r=1\"",
                "ratelimit-policy", "\"day, all\";q=1000;w=86400,\"burst\";q=100;w=60");
        assertThat(other(headers)).isEqualTo(new RateLimitHeaders(100L, 50L, null, NOW + 30, "burst", null));
        assertThat(other(Map.of("ratelimit", "\"default\";r=50;t=30")))
                .isEqualTo(new RateLimitHeaders(null, 50L, null, NOW + 30, "default", null));
        assertThat(other(Map.of("ratelimit", "fixed;r=50;t=30", "ratelimit-policy", "fixed;q=100;w=60")))
                .as("a name without quotes")
                .isEqualTo(new RateLimitHeaders(100L, 50L, null, NOW + 30, "default", null));
    }

    @Test
    void aResponseWithoutAnyOfThemHasNoLimit() {
        assertThat(other(Map.of("retry-after", "60"))).isNull();
    }

    @Test
    void nothingThrows() {
        Random random = new Random(3);
        String odd = "\"=;,rtq w0159limt-é\u0000";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                text.append(odd.charAt(random.nextInt(odd.length())));
            }
            String value = text.toString();
            OtherRateLimits.of(name -> value, NOW);
            OtherRateLimits.of(name -> name.equals("ratelimit") ? null : value, NOW);
        }
    }
}
