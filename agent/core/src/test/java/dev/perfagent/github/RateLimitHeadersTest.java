package dev.perfagent.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitHeadersTest {
    private static final long NOW = 1_800_000_000L;

    private static @Nullable RateLimitHeaders github(Map<String, String> headers) {
        return RateLimitHeaders.of(headers::get, NOW);
    }

    @Test
    void gitHubsHeadersAreRead() {
        assertThat(github(Map.of(
                        "x-ratelimit-limit", "5000",
                        "x-ratelimit-remaining", " 4975 ",
                        "x-ratelimit-used", "25",
                        "x-ratelimit-reset", "1800003600",
                        "x-ratelimit-resource", "code_search")))
                .isEqualTo(new RateLimitHeaders(5000L, 4975L, 25L, 1_800_003_600L, "code_search"));
    }

    @Test
    void withoutThemThereIsNothing() {
        assertThat(github(Map.of("retry-after", "60", "ratelimit-limit", "5"))).isNull();
    }

    @Test
    void theResourceIsCoreUnlessSaidAndHarmlessAlways() {
        assertThat(github(Map.of("x-ratelimit-limit", "60")))
                .extracting("resource")
                .isEqualTo("core");
        assertThat(github(Map.of("x-ratelimit-resource", "")))
                .extracting("resource")
                .isEqualTo("core");
        assertThat(github(Map.of("x-ratelimit-resource", "GraphQL\u001b[31m" + "x".repeat(99))))
                .extracting("resource")
                .isEqualTo("other");
        assertThat(github(Map.of("x-ratelimit-resource", "hunter")))
                .extracting("resource")
                .isEqualTo("other");
    }

    @ParameterizedTest
    @CsvSource({
        "dependency_sbom, dependency_sbom",
        "copilot_usage_records, copilot_usage_records",
        "audit_log, other",
        "audit_log_streaming, other",
    })
    void onlyANameThatGitHubDocumentsIsKept(String said, String kept) {
        assertThat(github(Map.of("x-ratelimit-resource", said)))
                .extracting("resource")
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"''", "abc", "-1", "-1.5", ".5", "1.x", "1e3", "NaN", "1000000000000000", "99999999999999999999", "５"})
    void whatIsMalformedIsUnknown(String value) {
        assertThat(github(Map.of(
                        "x-ratelimit-limit", value,
                        "x-ratelimit-remaining", value,
                        "x-ratelimit-used", value,
                        "x-ratelimit-reset", value)))
                .isEqualTo(new RateLimitHeaders(null, null, null, null, "core"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1800000000",
        "30, 1800000030",
        "2678400, 1802678400",
        "2678401,",
        "1000000000,",
        "1000000001,",
        "1797321600, 1797321600",
        "1797321599,",
        "1800003600, 1800003600",
        "1800003600123, 1800003600",
        "1802678401,",
        "253402300799999,",
        "999999999999999999,",
    })
    void aResetIsAnEpochOrSecondsFromNowAndAMonthAwayAtMost(String value, @Nullable Long epoch) {
        assertThat(github(Map.of("x-ratelimit-reset", value)))
                .extracting("resetEpochSeconds")
                .isEqualTo(epoch);
    }

    @ParameterizedTest
    @CsvSource({
        "120, 120",
        "' 0 ', 0",
        "0.2, 1",
        "65.0, 65",
        "'120, 60', 120",
        "2678400, 2678400",
        "2678401,",
        "1000000000000,",
        "99999999999999999999,",
        "-1,",
        "-0.5,",
        "soon,",
        "'',",
        "'Fri, 15 Jan 2027 08:00:07 GMT', 7",
        "'Sun, 06 Nov 1994 08:49:37 GMT', 0",
        "'Mon, 15 Feb 2027 08:00:00 GMT', 2678400",
        "'Mon, 15 Feb 2027 08:00:01 GMT',",
        "'Fri, 31 Dec 9999 23:59:59 GMT',",
    })
    void retryAfterIsSecondsOrADateAndAMonthAtMost(String value, @Nullable Long seconds) {
        assertThat(RateLimitHeaders.retryAfterSeconds(name -> value, NOW)).isEqualTo(seconds);
        assertThat(RateLimitHeaders.asksToWait(name -> value)).isTrue();
    }

    @Test
    void withoutRetryAfterNothingAsksToWait() {
        assertThat(RateLimitHeaders.retryAfterSeconds(name -> null, NOW)).isNull();
        assertThat(RateLimitHeaders.asksToWait(name -> null)).isFalse();
    }

    @Test
    void nothingThrows() {
        Random random = new Random(3);
        String alphabet = "\"\\<>;,= =rtq019limitnextrelSun, 06 Nov 1994 08:49:37 GMT";
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String value = text.toString();
            RateLimitHeaders.of(name -> value, NOW);
            LinkHeader.hasNext(value);
            Query.perPage(value);
            HttpDate.epochSeconds(value);
        }
    }
}
