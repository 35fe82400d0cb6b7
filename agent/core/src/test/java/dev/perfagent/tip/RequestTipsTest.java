package dev.perfagent.tip;

import static dev.perfagent.threshold.JudgedRun.endpoint;
import static dev.perfagent.threshold.JudgedRun.requests;
import static dev.perfagent.threshold.JudgedRun.took;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.Endpoint;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.Measure;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTipsTest {
    private static final String ISSUES = "GET /repos/{owner}/{repo}/issues";
    private static final String ISSUE = "GET /repos/{owner}/{repo}/issues/{issue_number}";

    @Test
    void smallPagesAreToBeLarger() {
        assertThat(tip(requests(12, paged(12, 11, 30))))
                .isEqualTo(ISSUES + " was fetched 12 times with 30 items a page; per_page=100 would save 8 requests.");
    }

    @ParameterizedTest
    @CsvSource({
        // pages that named a next one, size of a page, saved: ceil(n/size) - ceil(n/100) at the least n there can be
        "1, 30, 1 request",
        "2, 30, 2 requests",
        "3, 30, at least 2 requests",
        "1, 50, 1 request",
        "9, 10, 9 requests",
        "10, 10, 9 requests",
        "99, 1, 99 requests",
        "3, 99, "
    })
    void whatLargerPagesSaveIsSaidNoBetterThanItIsKnown(long next, int size, @Nullable String saved) {
        String tip = tip(requests(next + 1, paged(next + 1, next, size)));

        if (saved == null) {
            assertThat(tip).doesNotContain("per_page");
        } else {
            assertThat(tip).endsWith("; per_page=100 would save " + saved + ".");
        }
    }

    @Test
    void whenSeveralListsWereReadOrSizesAreUnknownTheSavingIsAnEstimate() {
        assertThat(tip(requests(20, paged(20, 11, 30)))).endsWith("per_page=100 would save about 8 requests.");
        assertThat(tip(requests(12, paged(12, 11, null))))
                .isEqualTo(ISSUES + " was fetched 12 times page by page without a fixed per_page"
                        + " (GitHub's default is 30 items); per_page=100 would save about 8 requests.");
    }

    @Test
    void aListOfWhichOnlyTheFirstPageWasReadSavesNothing() {
        assertThat(tip(requests(1, paged(1, 1, 30)))).doesNotContain("per_page");
        assertThat(tip(requests(3, paged(3, 3, 30)))).endsWith("per_page=100 would save about 2 requests.");
    }

    @ParameterizedTest
    @CsvSource({"0, 30", "11, 100", "11, 0"})
    void onePageOrTheLargestPagesAreFine(long next, int size) {
        assertThat(tip(requests(12, paged(12, next, size))))
                .isEqualTo(ISSUES + " took 12 of the 12 requests: start there.");
    }

    @Test
    void whatWasFetchedAgainIsToBeKept() {
        assertThat(tip(requests(15, repeated(12, 8), paged(3, 2, 30))))
                .isEqualTo(ISSUE + " was fetched 12 times, 8 times for what this run had already got;"
                        + " keeping the answers would save 8 requests.");
    }

    @Test
    void whatSavesLittleIsNotTheTip() {
        assertThat(tip(requests(100, repeated(99, 9)))).contains("start there");
        assertThat(tip(requests(100, repeated(99, 10)))).contains("would save 10 requests");
    }

    @Test
    void itemsFetchedOneByOneAreInTheirList() {
        assertThat(tip(requests(43, endpoint(ISSUES, 1, 100), endpoint(ISSUE, 42, 4200))))
                .isEqualTo(
                        ISSUE + " was fetched 42 times although its list " + ISSUES + " was fetched too; the list's own"
                                + " fields, or one GraphQL query, would save up to 42 requests.");
        assertThat(tip(requests(10, endpoint(ISSUES, 1, 100), endpoint(ISSUE, 9, 900))))
                .contains("start there");
        assertThat(tip(requests(42, endpoint(ISSUE, 42, 4200)))).contains("start there");
    }

    @Test
    void writesAreNeitherPagedNorRepeated() {
        Endpoint post = new Endpoint("POST /graphql", 12, 12, 1, Map.of(), null, 5, 11, 30);

        assertThat(tip(requests(12, post))).isEqualTo("POST /graphql took 12 of the 12 requests: start there.");
        assertThat(tip(requests(12))).isEqualTo("Ask for less, or keep answers between runs.");
    }

    private static Endpoint paged(long count, long pages, @Nullable Integer perPage) {
        return new Endpoint(ISSUES, count, count * 100.0, 100, Map.of(200, count), null, 0, pages, perPage);
    }

    private static Endpoint repeated(long count, long repeated) {
        return new Endpoint(ISSUE, count, count * 100.0, 100, Map.of(200, count), null, repeated, 0, null);
    }

    private static String tip(GitHubApi api) {
        return Tips.of(Measure.API_REQUESTS, "batch", took(2000).called(api).run())
                .get(0);
    }
}
