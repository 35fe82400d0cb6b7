package dev.perfagent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.Endpoint;
import dev.perfagent.run.EndpointPatterns;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a run's requests show beside their number. */
final class PatternsTest {
    private static final String ISSUES = "GET /repos/{owner}/{repo}/issues";

    private final GitHubCalls calls = new GitHubCalls();

    @Test
    void anAnswerInFullWithTheETagOfBeforeIsUnchanged() {
        calls.get("/repos/a/b/issues", 200, "etag", "\"1\"");
        calls.get("/repos/a/b/issues", 200, "etag", "\"1\"");
        calls.get("/repos/a/b/issues", 200, "etag", "\"2\"");
        calls.get("/repos/a/b/issues", 200, "etag", "\"2\"");
        calls.get("/repos/a/b/issues", 304, "etag", "\"2\"");

        Endpoint issues = calls.endpoint(ISSUES);
        assertThat(issues.repeated()).isEqualTo(3);
        assertThat(issues.patterns()).isEqualTo(new EndpointPatterns(4, 2, 0, 0, 0, 0, null, 0));
    }

    @Test
    void whatIsMissingOrMovedAgainIsCounted() {
        for (int i = 0; i < 3; i++) {
            calls.get("/repos/a/b/issues", 404);
            calls.get("/repos/old/b/issues", 301);
        }

        assertThat(calls.endpoint(ISSUES).patterns()).isEqualTo(new EndpointPatterns(0, 0, 2, 2, 0, 0, null, 0));
    }

    @Test
    void pagesSortedByUpdateAreCounted() {
        calls.get("/repos/a/b/issues?sort=updated", 200, "link", "<https://x/?page=2>; rel=\"next\"");
        calls.get("/repos/a/b/issues?page=2&sort=updated", 200, "link", "<https://x/?page=1>; rel=\"prev\"");
        calls.get("/repos/a/b/issues?sort=updated", 200);
        calls.get("/repos/a/b/issues?resort=updated", 200, "link", "<https://x/?page=2>; rel=\"next\"");

        assertThat(calls.endpoint(ISSUES).patterns().sortedByUpdate()).isEqualTo(2);
    }

    @Test
    void aRegularIntervalIsAPoll() {
        for (int i = 0; i < 6; i++) {
            calls.get("/repos/a/b/issues", i == 0 ? 200 : 304, "x-poll-interval", "60");
            calls.session.clock.advanceMillis(i % 2 == 0 ? 4900 : 5100);
            calls.get("/user", 200);
            calls.session.clock.advanceMillis(2000L * i * i);
        }
        for (int i = 0; i < 6; i++) {
            calls.get("/repos/a/b/labels", 200);
            calls.session.clock.advanceMillis(i % 2 == 0 ? 4900 : 5100);
        }

        EndpointPatterns labels =
                calls.endpoint("GET /repos/{owner}/{repo}/labels").patterns();
        assertThat(labels.polls()).isEqualTo(6);
        assertThat(labels.pollMs()).isBetween(4900.0, 5100.0);
        assertThat(labels.early()).isZero();
        assertThat(calls.endpoint(ISSUES).patterns().polls()).isZero();
        assertThat(calls.endpoint(ISSUES).patterns().early()).isEqualTo(5);
    }

    @Test
    void writesInLessThanASecondAreRapid() {
        for (int i = 0; i < 4; i++) {
            calls.call("POST", "/repos/a/b/issues", 201);
            calls.session.clock.advanceMillis(i < 2 ? 300 : 1000);
            calls.get("/user", 200);
        }
        calls.call("POST", "/graphql", "{\"query\":\"mutation { a }\"}", 200);
        calls.call("POST", "/graphql", "{\"query\":\"{ a }\"}", 200);
        calls.call("POST", "/graphql", "{\"query\":\"mutation { a }\"}", 200);

        assertThat(calls.patterns().rapidWrites()).isEqualTo(2 + 1);
        // 4 writes at 5 points, 4 reads; GraphQL has points of its own.
        assertThat(calls.patterns().peakMinutePoints()).isEqualTo(24);
    }

    @Test
    void aBodyThatLooksLikeGraphQlDoesNotMakeAChangeARead() {
        calls.call("POST", "/repos/a/b/issues", "{\"query\":\"{ a }\"}", 201);
        calls.call("POST", "/repos/a/b/issues", "{\"query\":\"{ b }\"}", 201);

        assertThat(calls.patterns().rapidWrites()).isEqualTo(1);
        assertThat(calls.patterns().peakMinutePoints()).isEqualTo(10);
    }

    @Test
    void theFullestMinuteCounts() {
        for (int i = 0; i < 200; i++) {
            calls.get("/search/issues", 200, "x-ratelimit-resource", "search", "x-ratelimit-limit", "30");
            calls.session.clock.advanceMillis(i < 100 ? 2000 : 3000);
        }

        assertThat(calls.resource("search").peakMinute()).isEqualTo(30);
        assertThat(calls.patterns().peakMinutePoints()).isEqualTo(30);
    }

    @Test
    void graphQlIsNamedByOperationAndNeverByItsText() {
        calls.call("POST", "/graphql", "{\"query\":\"query Items { secret }\"}", 200);
        calls.call(
                "POST",
                "/graphql",
                "{\"query\":\"mutation { add(x: 1) { id } }\"}".getBytes(StandardCharsets.UTF_8),
                200);
        calls.call("POST", "/graphql", new Object(), 200);

        assertThat(calls.api().endpoints())
                .extracting(Endpoint::endpoint)
                .containsExactly("POST /graphql query Items", "POST /graphql mutation add", "POST /graphql");
    }

    @Test
    void aRequestThatAnotherThreadRepeatsIsARetry() throws InterruptedException {
        calls.get("/user", 429, "retry-after", "2");
        calls.get("/repos/a/b", 404);
        calls.session.clock.advanceMillis(1500);
        Thread other = new Thread(() -> calls.get("/user", 200));
        other.start();
        other.join();
        Thread third = new Thread(() -> calls.get("/repos/a/b", 404));
        third.start();
        third.join();

        assertThat(calls.api().retries()).isEqualTo(1);
        assertThat(calls.patterns().earlyRetries()).isEqualTo(1);
        assertThat(calls.patterns().futileRetries()).isEqualTo(1);
    }

    @Test
    void requestsAtOnceAreThoseUnderWay() throws InterruptedException {
        Deque<Thread> threads = new ArrayDeque<>();
        CountDownLatch sent = new CountDownLatch(12);
        for (int i = 0; i < 12; i++) {
            Thread thread = new Thread(() -> {
                Object call = calls.sent("GET", "/user", null);
                sent.countDown();
                await(sent);
                calls.answered(call, "GET", "/user", 200);
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        calls.get("/user", 200);

        assertThat(calls.patterns().atOnce()).isEqualTo(12);
    }

    @Test
    void aMadeUpApiWithLongPathsDoesNotFillTheRecord() {
        List<@Nullable String> names = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            StringBuilder path = new StringBuilder("/shiny");
            for (int digit = 0; digit < 10; digit++) {
                path.append("/7/")
                        .append(Integer.toBinaryString(1024 + i).charAt(digit) == '0' ? "another-long-word" : "one");
            }
            calls.get(path.toString(), 200 + i % 300);
        }
        calls.api().endpoints().forEach(endpoint -> names.add(endpoint.endpoint()));

        assertThat(String.join("", names).length()).isBetween(10_000, 20_500);
        assertThat(names).contains("other");
        calls.api().endpoints().forEach(endpoint -> assertThat(endpoint.status())
                .hasSizeLessThanOrEqualTo(14));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
