package dev.perfagent.threshold;

import static dev.perfagent.threshold.JudgedRun.limits;
import static dev.perfagent.threshold.JudgedRun.took;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.Alert;
import dev.perfagent.run.AlertType;
import dev.perfagent.run.ApiPatterns;
import dev.perfagent.run.Endpoint;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.Measure;
import dev.perfagent.run.RateLimit;
import dev.perfagent.run.Severity;
import dev.perfagent.tip.Tips;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitTest {
    private static final long SOON = JudgedRun.END / 1000 + 1800;

    @ParameterizedTest
    @CsvSource({"1001, ", "1000, WARNING", "999, WARNING", "20, WARNING", "19, CRITICAL", "0, CRITICAL"})
    void fourFifthsOfALimitAreAWarning(long remaining, String severity) {
        List<Alert> alerts = judge(new RateLimit("core", 5000L, remaining, 5000 - remaining, SOON, 20L));

        assertThat(alerts).hasSize(severity == null ? 0 : 1);
        if (severity != null) {
            Alert alert = alerts.get(0);
            assertThat(alert.type()).isEqualTo(AlertType.API_RATE_LIMIT_WARNING);
            assertThat(alert.severity()).isEqualTo(Severity.valueOf(severity));
            assertThat(alert.subject()).isEqualTo("core");
            assertThat(alert.current()).isEqualTo((5000.0 - remaining) / 5000);
            assertThat(alert.threshold()).isEqualTo(0.8);
            assertThat(alert.unit()).isEqualTo("ratio");
        }
    }

    @ParameterizedTest
    @CsvSource({"search, 30, 2, false", "search, 30, 1, true", "code_search, 10, 2, false", "code_search, 10, 0, true"})
    void aLimitOfAMinuteIsToldWhenNothingIsLeft(String resource, long limit, long remaining, boolean stated) {
        List<Alert> alerts = judge(new RateLimit(resource, limit, remaining, limit - remaining, SOON, 9L));

        assertThat(alerts).hasSize(stated ? 1 : 0);
        assertThat(alerts).extracting(Alert::severity).doesNotContain(Severity.CRITICAL);
    }

    @ParameterizedTest
    @CsvSource({"13, false", "12, true"})
    void theHourlyLimitWithoutATokenIsNoLimitOfAMinute(long remaining, boolean stated) {
        assertThat(judge(new RateLimit("core", 60L, remaining, null, SOON, 5L))).hasSize(stated ? 1 : 0);
    }

    @Test
    void whatOthersUsedOfALimitIsNotThisRunsAlert() {
        assertThat(judge(new RateLimit("core", 5000L, 10L, 4990L, SOON, 0L))).isEmpty();
        assertThat(judge(new RateLimit("core", 5000L, 10L, 4990L, SOON, null))).isEmpty();
    }

    @Test
    void anUnknownOrZeroLimitIsNotJudged() {
        assertThat(judge(new RateLimit("core", null, 10L, 4990L, SOON, 5L))).isEmpty();
        assertThat(judge(new RateLimit("core", 0L, 0L, 0L, SOON, 5L))).isEmpty();
        assertThat(judge(new RateLimit("core", 5000L, null, null, SOON, 5L))).isEmpty();
    }

    @Test
    void whatIsLeftFollowsFromWhatIsUsed() {
        assertThat(judge(new RateLimit("core", 5000L, null, 4000L, SOON, 5L))).hasSize(1);
        assertThat(judge(new RateLimit("core", 5000L, null, 3999L, SOON, 5L))).isEmpty();
    }

    @Test
    void aWindowThatIsOverIsFullAgain() {
        long end = JudgedRun.END / 1000;

        assertThat(judge(new RateLimit("core", 5000L, 0L, 5000L, end, 5L))).isEmpty();
        assertThat(judge(new RateLimit("core", 5000L, 0L, 5000L, end + 1, 5L))).hasSize(1);
    }

    @Test
    void eachResourceIsJudgedByItself() {
        RateLimit core = new RateLimit("core", 5000L, 4900L, 100L, SOON, 20L);
        RateLimit graphql = new RateLimit("graphql", 5000L, 100L, 4900L, SOON, 20L);

        assertThat(judge(core, graphql)).extracting(Alert::subject).containsExactly("graphql");
    }

    @Test
    void theTipTellsWhatIsLeftUntilWhenAndHowFarItGoes() {
        assertThat(tip(new RateLimit("core", 5000L, 750L, 4250L, SOON, 120L), true))
                .isEqualTo("750 of 5000 requests are left until 11:00 UTC (30m 00s after this run); this run took 120,"
                        + " so 6 more like it fit. Run it less often, or wait for the reset.");
        assertThat(tip(new RateLimit("core", 5000L, 1L, 4999L, null, 120L), null))
                .isEqualTo("1 of 5000 requests is left; this run took 120, so not one more like it fits."
                        + " Run it less often, or wait for the reset.");
    }

    @Test
    void withoutATokenTheTipIsToSendOne() {
        assertThat(tip(new RateLimit("core", 60L, 9L, 51L, SOON, 5L), false))
                .endsWith("so 1 more like it fits."
                        + " Send a token: GitHub grants 5000 requests an hour with one, 60 without.");
    }

    @Test
    void searchesAreToBeSpaced() {
        assertThat(tip(new RateLimit("search", 30L, 1L, 29L, JudgedRun.END / 1000 + 45, 29L), true))
                .isEqualTo("1 of 30 requests is left until 10:31:00 UTC (44.9s after this run);"
                        + " the limit is one of a minute: space these requests by 2s.");
    }

    /** One of the four is forbidden, which is no limit. */
    @Test
    void whatGitHubRefusedIsToldFirst() {
        Endpoint refused = new Endpoint("GET /user", 5, 40, 10, Map.of(200, 1L, 403, 2L, 429, 2L), null, 0, 0, null);
        RateLimit core = new RateLimit("core", 5000L, 0L, 5000L, SOON, 1L);
        ApiPatterns patterns = new ApiPatterns(0, 1, 2, 1, 5, 0, 0, 0);
        GitHubApi api =
                new GitHubApi(5, null, null, 0, List.of(core), 0.0, 0L, 4, true, List.of(), List.of(refused), patterns);

        List<String> tips =
                Tips.of(Measure.RATE_LIMIT, "core", took(10).called(api).run());

        assertThat(tips).hasSize(2);
        assertThat(tips.get(0))
                .isEqualTo(
                        "3 requests were refused at a rate limit; after one, wait as long as retry-after says, or until the"
                                + " limit resets.");
        assertThat(Tips.of(Measure.THROTTLED_TIME, "batch", took(10).called(api).run()))
                .containsExactly(tips.get(0));
    }

    private static String tip(RateLimit limit, @Nullable Boolean authenticated) {
        var api = JudgedRun.api(120, null, null, authenticated, List.of(limit));
        return Tips.of(
                        Measure.RATE_LIMIT,
                        limit.resource(),
                        took(10).called(api).run())
                .get(0);
    }

    private static List<Alert> judge(RateLimit... resources) {
        return Judged.alerts(took(10).called(limits(resources)), Benchmarks.NONE, AlertPolicies.standard());
    }
}
