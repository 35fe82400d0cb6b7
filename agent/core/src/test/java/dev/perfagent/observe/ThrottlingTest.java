package dev.perfagent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.hook.Site;
import dev.perfagent.run.ApiPatterns;
import dev.perfagent.run.GitHubApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class ThrottlingTest {
    private static final String ISSUES = "https://api.github.com/repos/a/b/issues";
    private static final String USER = "https://api.github.com/user";

    private final RecordingSession session = new RecordingSession();

    @Test
    void aLimitOfWhichOnlyTheBodySaysItIsOneAndMayBeTriedAgain() {
        get(ISSUES, 403);
        for (int i = 0; i < 2; i++) {
            session.recorder.entered(
                    Site.HTTP_ANSWER_READ.number(), null, "{\"message\":\"You have exceeded a secondary rate limit\"}");
        }
        get(ISSUES, 200);
        get(ISSUES + "/1", 403);
        session.recorder.entered(Site.HTTP_ANSWER_READ.number(), null, "{\"message\":\"Must have admin rights\"}");
        get(ISSUES + "/1", 403);

        GitHubApi api = Objects.requireNonNull(session.end().gitHubApi());
        ApiPatterns patterns = Objects.requireNonNull(api.patterns());
        assertThat(patterns.secondaryLimits()).isEqualTo(1);
        assertThat(patterns.futileRetries()).isEqualTo(1);
        assertThat(api.retries()).isEqualTo(1);
    }

    @Test
    void withoutALimitItIsZeroAndNotUnknown() {
        get(ISSUES, 200);
        get(ISSUES, 404);
        session.clock.advanceMillis(100);
        get(ISSUES, 200);

        assertLost(0, 0);
    }

    @Test
    void theWaitBeforeTheSameRequestIsLostAndARetry() {
        get(ISSUES, 429, "retry-after", "2");
        session.clock.advanceMillis(2_050);
        get(ISSUES, 200);
        session.clock.advanceMillis(500);
        get(ISSUES, 200);

        assertLost(2_050, 1);
    }

    @Test
    void theWaitBeforeAnotherRequestIsLostToo() {
        get(ISSUES, 403, "x-ratelimit-remaining", "0", "x-ratelimit-reset", resetIn(3));
        session.clock.advanceMillis(1_500);
        get(USER, 200);

        assertLost(1_500, 0);
    }

    @Test
    void noMoreIsLostThanTheAnswerAskedForAndASecond() {
        get(ISSUES, 429, "retry-after", "1");
        session.clock.advanceMillis(60_000);
        get(ISSUES, 403, "x-ratelimit-remaining", "0", "x-ratelimit-reset", resetIn(2));
        session.clock.advanceMillis(60_000);
        get(ISSUES, 200);

        assertLost(2_000 + 3_000, 2);
    }

    @Test
    void aResetThatIsPastAsksForNothing() {
        get(ISSUES, 403, "x-ratelimit-remaining", "0", "x-ratelimit-reset", resetIn(-100));
        session.clock.advanceMillis(60_000);
        get(ISSUES, 200);

        assertLost(1_000, 1);
    }

    /** It is a limit all the same, and hub4j takes it for one. */
    @Test
    void aWaitThatNobodyBelievesLosesNoTimeAndIsNoReasonToWait() {
        for (String wait : List.of("1000000000000", "Fri, 31 Dec 9999 23:59:59 GMT", "-5", "soon")) {
            get(ISSUES, 403, "retry-after", wait);
            session.clock.advanceMillis(900);
            get(ISSUES, 200);
        }

        GitHubApi api = Objects.requireNonNull(session.end().gitHubApi());
        ApiPatterns patterns = Objects.requireNonNull(api.patterns());
        assertThat(patterns.secondaryLimits()).isEqualTo(4);
        assertThat(patterns.earlyRetries()).isZero();
        assertThat(patterns.futileRetries()).isZero();
        assertThat(api.retries()).isEqualTo(4);
        assertThat(api.throttledMs()).isZero();
    }

    @Test
    void aLimitThatAnnouncesNothingLosesNoTime() {
        get(ISSUES, 429);
        session.clock.advanceMillis(900);
        get(ISSUES, 200);

        assertLost(0, 1);
    }

    @Test
    void whatIsForbiddenIsNoLimit() {
        get(ISSUES, 403, "x-ratelimit-remaining", "4000", "x-ratelimit-reset", resetIn(3));
        session.clock.advanceMillis(900);
        get(ISSUES, 403);
        session.clock.advanceMillis(900);
        get(ISSUES, 200);

        assertLost(0, 0);
    }

    @Test
    void nothingIsLostWhenNoRequestFollows() {
        get(ISSUES, 429, "retry-after", "2");
        session.clock.advanceMillis(2_000);

        assertLost(0, 0);
    }

    @Test
    void aRequestToAnotherHostIsNotWhatItWaitsFor() {
        get(ISSUES, 429, "retry-after", "2");
        session.clock.advanceMillis(300);
        get("https://example.com/", 200);
        session.clock.advanceMillis(1_700);
        get(ISSUES, 200);

        assertLost(2_000, 1);
    }

    @Test
    void aLimitOfAnotherHostIsNotGitHubs() {
        get("https://example.com/", 429, "retry-after", "2");
        session.clock.advanceMillis(2_000);
        get("https://example.com/", 200);
        get(USER, 200);

        assertLost(0, 0);
    }

    @Test
    void repetitionsAfterErrorsOfTheServerAndTheNetworkAreRetries() {
        get(ISSUES, 502);
        session.clock.advanceMillis(100);
        fail(ISSUES);
        session.clock.advanceMillis(100);
        get(ISSUES, 500);
        get(USER, 200);
        get(ISSUES, 200);

        assertLost(0, 2);
    }

    @Test
    void theThreadThatSentAnAsynchronousRequestWaits() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(ISSUES)).build();
        CompletableFuture<HttpResponse<String>> answer = new CompletableFuture<>();
        Object token = session.recorder.entered(Site.HTTP_CALL_LATER.number(), null, facts(request));
        session.recorder.exited(Site.HTTP_CALL_LATER.number(), token, answer, null);
        answer.complete(new Answered(request, 429, Map.of("retry-after", List.of("1"))));
        session.clock.advanceMillis(1_000);
        get(ISSUES, 200);

        assertLost(1_000, 1);
    }

    /** The application listens to the future after us, so it is called first. */
    @Test
    void aRequestThatIsRepeatedBeforeWeHearOfTheAnswerIsARetry() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(ISSUES)).build();
        CompletableFuture<HttpResponse<String>> answer = new CompletableFuture<>();
        Object token = session.recorder.entered(Site.HTTP_CALL_LATER.number(), null, facts(request));
        session.recorder.exited(Site.HTTP_CALL_LATER.number(), token, answer, null);
        CompletableFuture<Void> repeated = answer.thenRun(() -> get(ISSUES, 200));
        answer.complete(new Answered(request, 429, Map.of("retry-after", List.of("1"))));

        assertThat(repeated).isCompleted();
        GitHubApi api = Objects.requireNonNull(session.end().gitHubApi());
        assertThat(api.requestsMade()).isEqualTo(2);
        assertThat(api.retries()).isEqualTo(1);
    }

    @Test
    void theTimeBetweenTwoCommandsIsNobodys() {
        RecordingSession shell = new RecordingSession();
        Object first = shell.enter(Site.COMMAND_ENTERED.number());
        get(shell, ISSUES, 429, "retry-after", "60");
        shell.recorder.exited(Site.COMMAND_ENTERED.number(), first, 0, null);
        shell.clock.advanceMillis(5_000);
        Object second = shell.enter(Site.COMMAND_ENTERED.number());
        get(shell, ISSUES, 200);
        shell.recorder.exited(Site.COMMAND_ENTERED.number(), second, 0, null);

        GitHubApi api = Objects.requireNonNull(shell.end().gitHubApi());
        assertThat(shell.runs).hasSize(2);
        assertThat(api.throttledMs()).isZero();
        assertThat(api.retries()).isZero();
    }

    private String resetIn(long seconds) {
        return Long.toString(session.clock.millis() / 1000 + seconds);
    }

    private void get(String uri, int status, String... headers) {
        get(session, uri, status, headers);
    }

    private static void get(RecordingSession in, String uri, int status, String... headers) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri)).build();
        Map<String, List<String>> all = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], List.of(headers[i + 1]));
        }
        Object token = in.recorder.entered(Site.HTTP_CALL.number(), null, facts(request));
        in.recorder.exited(Site.HTTP_CALL.number(), token, new Answered(request, status, all), null);
    }

    private void fail(String uri) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri)).build();
        Object token = session.recorder.entered(Site.HTTP_CALL.number(), null, facts(request));
        session.recorder.exited(Site.HTTP_CALL.number(), token, null, new IOException("connection reset"));
    }

    private static Object[] facts(HttpRequest request) {
        return new Object[] {request.method(), request.uri(), false};
    }

    private void assertLost(double ms, long retries) {
        GitHubApi api = Objects.requireNonNull(session.end().gitHubApi());
        assertThat(api.throttledMs()).isEqualTo(ms);
        assertThat(api.retries()).isEqualTo(retries);
        assertThat(session.failures).isEmpty();
    }
}
