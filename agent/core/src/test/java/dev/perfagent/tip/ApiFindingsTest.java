package dev.perfagent.tip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.perfagent.run.ApiPatterns;
import dev.perfagent.run.Endpoint;
import dev.perfagent.run.EndpointPatterns;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.HttpHost;
import dev.perfagent.run.RateLimit;
import dev.perfagent.tip.ApiFinding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each rule with a run that it is about, and the nearest run that it is not about. */
final class ApiFindingsTest {
    private static final String ISSUES = "GET /repos/{owner}/{repo}/issues";

    @Test
    void answersInFullAlthoughTheETagIsKnownNeedACondition() {
        assertThat(of(endpoint(ISSUES, 10, new EndpointPatterns(9, 4, 0, 0, 0, 0, null, 0))))
                .containsExactly(new ApiFinding(
                        Kind.NO_CONDITION,
                        ISSUES,
                        4,
                        4,
                        0,
                        ISSUES
                                + " was answered in full 4 times although its ETag had not changed; with If-None-Match such an "
                                + "answer is a 304 and takes nothing of the rate limit."));
        assertThat(of(endpoint(ISSUES, 10, new EndpointPatterns(9, 0, 0, 0, 0, 0, null, 0))))
                .isEmpty();
    }

    @Test
    void conditionalHitsWithoutATokenAreNotFree() {
        ApiPatterns twoFree = new ApiPatterns(2, 0, 0, 1, 9, 0, 0, 0);

        assertThat(ApiFindings.of(api(9, false, 5, twoFree, List.of()), null))
                .extracting(ApiFinding::kind, ApiFinding::requests)
                .containsExactly(tuple(Kind.CHARGED_CONDITION, 3L), tuple(Kind.NO_TOKEN, 0L));
        assertThat(kinds(api(9, true, 2, twoFree, List.of()))).isEmpty();
    }

    @Test
    void aLimitOfSixtyMeansThatThereIsNoToken() {
        assertThat(kinds(api(9, null, 0, null, List.of(new RateLimit("core", 60L, 50L, 10L, null, 9L)))))
                .containsExactly(Kind.NO_TOKEN);
        assertThat(kinds(api(9, null, 0, null, List.of(new RateLimit("core", 5000L, 50L, 10L, null, 9L)))))
                .isEmpty();
        assertThat(kinds(api(9, null, 0, null, List.of(new RateLimit("search", 60L, 50L, 10L, null, 9L)))))
                .isEmpty();
    }

    @Test
    void asManySearchesInAMinuteAsAreAllowedAreTooMany() {
        assertThat(ApiFindings.of(api(40, true, 0, null, List.of(search(30))), null))
                .extracting(ApiFinding::tip)
                .containsExactly("30 searches were sent within a minute, and 30 are allowed: space them by 2s.");
        assertThat(kinds(api(40, true, 0, null, List.of(search(29))))).isEmpty();
    }

    private static RateLimit search(long peak) {
        return new RateLimit("search", 30L, 0L, 30L, null, 40L, 0L, peak);
    }

    @Test
    void thePaceOfAMinuteHasALimit() {
        assertThat(kinds(new ApiPatterns(0, 0, 0, 1, 701, 0, 0, 0))).containsExactly(Kind.MINUTE_POINTS);
        assertThat(kinds(new ApiPatterns(0, 0, 0, 1, 700, 0, 0, 0))).isEmpty();
    }

    @Test
    void changesWantAPause() {
        assertThat(kinds(new ApiPatterns(0, 0, 0, 1, 9, 5, 0, 0))).containsExactly(Kind.RAPID_WRITES);
        assertThat(kinds(new ApiPatterns(0, 0, 0, 1, 9, 4, 0, 0))).isEmpty();
    }

    @Test
    void moreThanTenAtOnceWantAQueueIfTheyAreGitHubs() {
        GitHubApi eleven = api(20, true, 0, new ApiPatterns(0, 0, 0, 11, 9, 0, 0, 0), List.of());
        HttpHost github = new HttpHost("api.github.com", 20, 1, 0, null);

        assertThat(ApiFindings.of(eleven, List.of(github)))
                .extracting(ApiFinding::kind)
                .containsExactly(Kind.AT_ONCE);
        assertThat(ApiFindings.of(eleven, List.of(github, new HttpHost("repo.example.com", 20, 1, 0, null))))
                .isEmpty();
        assertThat(kinds(new ApiPatterns(0, 0, 0, 10, 9, 0, 0, 0))).isEmpty();
    }

    @Test
    void retriesWaitAndAreNotMadeInVain() {
        assertThat(kinds(new ApiPatterns(0, 0, 0, 1, 9, 0, 1, 0))).containsExactly(Kind.EARLY_RETRIES);
        assertThat(kinds(new ApiPatterns(0, 0, 0, 1, 9, 0, 0, 2))).containsExactly(Kind.FUTILE_RETRIES);
        assertThat(kinds(ApiPatterns.NONE)).isEmpty();
    }

    @Test
    void pollingIsForWebhooksAndHasAnInterval() {
        assertThat(of(endpoint(ISSUES, 6, new EndpointPatterns(0, 0, 0, 0, 0, 6, 5000.0, 0))))
                .extracting(ApiFinding::tip)
                .containsExactly(ISSUES
                        + " was asked for 6 times, once each 5.0s; a webhook reports a change by itself and would save up"
                        + " to 5 requests.");
        assertThat(of(endpoint(ISSUES, 6, new EndpointPatterns(0, 0, 0, 0, 0, 0, null, 3))))
                .extracting(ApiFinding::kind)
                .containsExactly(Kind.POLL_INTERVAL);
        assertThat(of(endpoint(ISSUES, 6, EndpointPatterns.NONE))).isEmpty();
    }

    @Test
    void anOrderThatChangesIsNotForPaging() {
        assertThat(of(endpoint(ISSUES, 3, new EndpointPatterns(0, 0, 0, 0, 3, 0, null, 0))))
                .extracting(ApiFinding::kind)
                .containsExactly(Kind.UNSTABLE_SORT);
        assertThat(of(endpoint(ISSUES, 3, new EndpointPatterns(0, 0, 0, 0, 1, 0, null, 0))))
                .isEmpty();
    }

    @Test
    void whatIsMissingOrHasMovedIsRemembered() {
        assertThat(of(endpoint(ISSUES, 10, new EndpointPatterns(0, 0, 3, 2, 0, 0, null, 0))))
                .extracting(ApiFinding::kind, ApiFinding::requests, ApiFinding::ms)
                .containsExactly(tuple(Kind.MISSING_AGAIN, 3L, 300.0), tuple(Kind.MOVED_AGAIN, 2L, 200.0));
    }

    @Test
    void whatEveryAnswerSaysIsNotAskedFor() {
        assertThat(of(endpoint("GET /rate_limit", 2, EndpointPatterns.NONE)))
                .extracting(ApiFinding::kind)
                .containsExactly(Kind.RATE_LIMIT_ASKED);
        assertThat(of(endpoint("GET /rate_limit", 1, EndpointPatterns.NONE))).isEmpty();
        assertThat(of(endpoint("GET /user", 1, EndpointPatterns.NONE)))
                .extracting(ApiFinding::kind)
                .containsExactly(Kind.USER_ASKED);
        assertThat(of(endpoint("GET /user", 2, EndpointPatterns.NONE))).isEmpty();
    }

    @Test
    void tipsArePlainAsciiAndSentences() {
        List<ApiFinding> all = new ArrayList<>(of(
                endpoint(ISSUES, 9, new EndpointPatterns(9, 1, 1, 1, 2, 5, 900.0, 1)),
                endpoint("GET /rate_limit", 2, EndpointPatterns.NONE)));
        all.addAll(ApiFindings.of(
                api(9, false, 5, new ApiPatterns(1, 0, 0, 12, 800, 6, 1, 1), List.of(search(31))), List.of()));

        assertThat(all).hasSizeGreaterThan(13).allSatisfy(finding -> assertThat(finding.tip())
                .matches("[\\x20-\\x7e]+\\.")
                .hasSizeLessThan(220));
    }

    private static List<ApiFinding> of(Endpoint... endpoints) {
        GitHubApi api = new GitHubApi(
                10, null, null, 0, List.of(), null, 0L, 0, true, List.of(), List.of(endpoints), ApiPatterns.NONE);
        return ApiFindings.of(api, null);
    }

    private static List<Kind> kinds(ApiPatterns patterns) {
        return kinds(api(9, true, 0, patterns, List.of()));
    }

    private static List<Kind> kinds(GitHubApi api) {
        return ApiFindings.of(api, null).stream().map(ApiFinding::kind).toList();
    }

    private static GitHubApi api(
            long requests,
            @Nullable Boolean authenticated,
            long conditionalHits,
            @Nullable ApiPatterns patterns,
            List<RateLimit> resources) {
        return new GitHubApi(
                requests,
                null,
                null,
                conditionalHits,
                resources,
                null,
                0L,
                0,
                authenticated,
                List.of(),
                List.of(),
                patterns);
    }

    private static Endpoint endpoint(String name, long count, EndpointPatterns patterns) {
        return new Endpoint(name, count, count * 100.0, 100, Map.of(200, count), null, 0, 0, null, patterns);
    }
}
