package dev.perfagent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.RateLimit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What of a quota was this run's. */
final class QuotaTest {
    private static final long RESET = 1_800_003_000L;

    private final GitHubCalls calls = new GitHubCalls();

    private void got(long used, long reset) {
        calls.get("/user", 200, GitHubCalls.core(5000, used, reset));
    }

    @Test
    void whatOthersTakeIsSeenAndNotCharged() {
        LongStream.of(100, 101, 140, 142).forEach(used -> got(used, RESET));

        RateLimit core = calls.resource("core");
        assertThat(core.consumed()).isEqualTo(4);
        assertThat(core.others()).isEqualTo(142 - 99 - 4);
        assertThat(core.used()).isEqualTo(142);
        assertThat(core.remaining()).isEqualTo(4858);
        assertThat(core.runsLeft()).isEqualTo(4858 / 4);
    }

    @Test
    void aResetDuringTheRunMakesNothingNegative() {
        LongStream.of(4990, 4991, 4995).forEach(used -> got(used, RESET));
        LongStream.of(1, 2, 9).forEach(used -> got(used, RESET + 3600));

        RateLimit core = calls.resource("core");
        assertThat(core.consumed()).isEqualTo(6);
        assertThat(core.others()).isEqualTo(3 + 6);
        assertThat(core.used()).isEqualTo(9);
        assertThat(core.resetEpochSeconds()).isEqualTo(RESET + 3600);
    }

    @Test
    void answersOutOfOrderAndOfAWindowThatIsOverChangeNothing() {
        LongStream.of(103, 101, 102).forEach(used -> got(used, RESET));
        got(1, RESET + 3600);
        got(104, RESET);
        got(2, RESET + 3601);

        RateLimit core = calls.resource("core");
        assertThat(core.consumed()).isEqualTo(6);
        assertThat(core.others()).isZero();
        assertThat(core.used()).isEqualTo(2);
    }

    /** GitHub's servers do not all say the same second. */
    @Test
    void whatIsLeftIsThatOfTheLastAnswerThoughItsResetIsASecondOff() {
        got(100, RESET);
        got(101, RESET - 1);
        got(102, RESET - 1);

        RateLimit core = calls.resource("core");
        assertThat(core.remaining()).isEqualTo(4898);
        assertThat(core.consumed()).isEqualTo(3);
        assertThat(core.others()).isZero();
    }

    @Test
    void numbersThatCannotBeRightAddUpToNothingNegative() {
        for (int i = 0; i < 20_000; i++) {
            String[] headers = GitHubCalls.core(5000, i % 2 == 0 ? 0L : 999_999_999_999_999L, RESET + 10L * (i / 2));
            headers[9] = "graphql";
            calls.call("POST", "/graphql", 200, headers);
        }

        assertThat(calls.resource("graphql").consumed()).isEqualTo(999_999_999_999_999L);
    }

    @Test
    void pointsOfGraphQlAreTheDifferenceAcrossResets() {
        for (long[] state : new long[][] {{10, RESET}, {15, RESET}, {7, RESET + 3600}, {9, RESET + 3600}}) {
            String[] headers = GitHubCalls.core(5000, state[0], state[1]);
            headers[9] = "graphql";
            calls.call("POST", "/graphql", 200, headers);
        }

        RateLimit graphQl = calls.resource("graphql");
        assertThat(graphQl.consumed()).isEqualTo(6 + 3);
        assertThat(graphQl.others()).isNull();
    }

    @Test
    void aConditionalHitIsFreeOnlyWithAToken() {
        calls.authenticated(false);
        calls.get("/a", 304, GitHubCalls.core(60, 7, RESET));
        calls.authenticated(null);
        calls.get("/a", 304, GitHubCalls.core(60, 8, RESET));
        calls.authenticated(true);
        calls.get("/a", 304, GitHubCalls.core(5000, 9, RESET));
        calls.authenticated(null);
        calls.get("/a", 304, GitHubCalls.core(5000, 9, RESET));

        assertThat(calls.api().conditionalHits()).isEqualTo(4);
        assertThat(calls.patterns().freeConditionalHits()).isEqualTo(2);
        assertThat(calls.resource("core").consumed()).isEqualTo(2);
    }

    @Test
    void whereTheHeaderCannotBeSeenTheLimitSaysWhetherThereWasAToken() {
        calls.authenticated(null);
        calls.get("/a", 200, GitHubCalls.core(60, 7, RESET));

        assertThat(calls.api().authenticated()).isFalse();
    }

    @Test
    void primaryAndSecondaryLimitsAreToldApart() {
        calls.get("/a", 403, GitHubCalls.core(60, 60, RESET));
        calls.get("/b", 429, GitHubCalls.core(60, 60, RESET));
        calls.get("/c", 403, "retry-after", "1");
        calls.get("/d", 429);
        calls.get("/e", 403);

        assertThat(calls.patterns().primaryLimits()).isEqualTo(2);
        assertThat(calls.patterns().secondaryLimits()).isEqualTo(2);
    }
}
