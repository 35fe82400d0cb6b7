package dev.perfagent.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                .isEqualTo(new RateLimitHeaders(600L, 594L, 6L, NOW + 60, "throttle_authenticated_web"));
    }

    @Test
    void theDraftsSeparateHeadersAreRead() {
        assertThat(other(Map.of(
                        "ratelimit-limit", "100, 100;w=60", "ratelimit-remaining", "50", "ratelimit-reset", "5")))
                .isEqualTo(new RateLimitHeaders(100L, 50L, null, NOW + 5, "default"));
        assertThat(other(Map.of("x-ratelimit-remaining", "50")))
                .isEqualTo(new RateLimitHeaders(null, 50L, null, null, "default"));
    }

    @Test
    void theDraftsDictionaryIsRead() {
        assertThat(other(Map.of("ratelimit", "limit=100, remaining=50, reset=5")))
                .isEqualTo(new RateLimitHeaders(100L, 50L, null, NOW + 5, "default"));
        assertThat(other(Map.of("ratelimit", "limit=100, remaining=50, reset=5, comment=\"r=7\"")))
                .isEqualTo(new RateLimitHeaders(100L, 50L, null, NOW + 5, "default"));
    }

    @Test
    void theDraftsPoliciesAreReadAndTheTightestCounts() {
        Map<String, String> headers = Map.of(
                "ratelimit", "\"day, all\";r=900;t=4000, \"burst\";r=50;t=30;pk=\"r=1\"",
                "ratelimit-policy", "\"day, all\";q=1000;w=86400,\"burst\";q=100;w=60");
        assertThat(other(headers)).isEqualTo(new RateLimitHeaders(100L, 50L, null, NOW + 30, "burst"));
        assertThat(other(Map.of("ratelimit", "\"default\";r=50;t=30")))
                .isEqualTo(new RateLimitHeaders(null, 50L, null, NOW + 30, "default"));
        assertThat(other(Map.of("ratelimit", "fixed;r=50;t=30", "ratelimit-policy", "fixed;q=100;w=60")))
                .as("a name without quotes")
                .isEqualTo(new RateLimitHeaders(100L, 50L, null, NOW + 30, "default"));
    }

    /** Brave's search API sends two limits at once: one for a second, and one for a month. */
    @Test
    void ofSeveralLimitsInOneHeaderTheTightestCounts() {
        assertThat(other(Map.of(
                        "x-ratelimit-limit", "50, 15000",
                        "x-ratelimit-remaining", "49, 12",
                        "x-ratelimit-reset", "1, 1419704")))
                .isEqualTo(new RateLimitHeaders(15000L, 12L, null, NOW + 1_419_704, "default"));
        assertThat(other(
                        Map.of("x-ratelimit-limit", "50", "x-ratelimit-remaining", "49, 12", "x-ratelimit-reset", "1")))
                .isEqualTo(new RateLimitHeaders(null, 12L, null, null, "default"));
    }

    @ParameterizedTest
    @CsvSource({
        "599.0, 0.5, 599, 1",
        "0, 0, 0, 0",
        "-1, -1, ,",
        "1e3, soon, ,",
        "999999999999999, 2678400, 999999999999999, 2678400",
        "1000000000000000, 2678401, ,",
        "99999999999999999999, 1000000000000, ,",
        "NaN, Infinity, ,",
        "'', '', ,",
    })
    void whatCannotBeRightIsUnknown(
            String number, String reset, @Nullable Long expected, @Nullable Long expectedSeconds) {
        Long epoch = expectedSeconds == null ? null : NOW + expectedSeconds;
        for (String prefix : List.of("ratelimit-", "x-ratelimit-")) {
            assertThat(other(Map.of(
                            prefix + "limit", number,
                            prefix + "remaining", number,
                            prefix + "observed", number,
                            prefix + "reset", reset)))
                    .isEqualTo(new RateLimitHeaders(expected, expected, expected, epoch, "default"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "999999999999999, 2678400, 999999999999999, 2678400",
        "1000000000000000, 2678401, ,",
        "-1, -1, ,",
        "x, x, ,",
    })
    void whatCannotBeRightIsUnknownInTheDraftsShapesToo(
            String number, String reset, @Nullable Long expected, @Nullable Long expectedSeconds) {
        Long epoch = expectedSeconds == null ? null : NOW + expectedSeconds;
        RateLimitHeaders read = new RateLimitHeaders(expected, expected, null, epoch, "default");
        assertThat(other(Map.of("ratelimit", "limit=" + number + ", remaining=" + number + ", reset=" + reset)))
                .isEqualTo(read);
        assertThat(other(Map.of(
                        "ratelimit",
                        "\"default\";r=" + number + ";t=" + reset,
                        "ratelimit-policy",
                        "\"default\";q=" + number + ";w=60")))
                .isEqualTo(read);
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
