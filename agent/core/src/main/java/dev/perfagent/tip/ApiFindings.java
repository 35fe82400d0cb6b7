package dev.perfagent.tip;

import dev.perfagent.run.ApiPatterns;
import dev.perfagent.run.Endpoint;
import dev.perfagent.run.EndpointPatterns;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.HttpHost;
import dev.perfagent.run.RateLimit;
import dev.perfagent.threshold.QuantityText;
import dev.perfagent.tip.ApiFinding.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what could be better in a run's use of GitHub's API. The reasons and sources of the rules are in docs/tips.md; numbers
 * here without another reason are GitHub's.
 */
public final class ApiFindings {
    /** GitHub's limit an hour without a token. */
    private static final long LIMIT_WITHOUT_TOKEN = 60;

    /** Of 900 points a minute. */
    private static final long MANY_POINTS = 700;

    private static final long MOST_AT_ONCE = 10;

    /** Fewer changes in quick succession may be one action. */
    private static final long MANY_WRITES = 5;

    /** From this share of a run's requests on, those under way were to GitHub and to nobody else. */
    private static final double MOSTLY_GITHUB = 0.9;

    private static final String RATE_LIMIT = "GET /rate_limit";
    private static final String USER = "GET /user";

    private final GitHubApi api;
    private final List<ApiFinding> found = new ArrayList<>();

    private ApiFindings(GitHubApi api) {
        this.api = api;
    }

    /**
     * All that is found, what saves most first.
     *
     * @param hosts of the run; null when not known
     */
    public static List<ApiFinding> of(GitHubApi api, @Nullable List<HttpHost> hosts) {
        ApiFindings findings = new ApiFindings(api);
        findings.token();
        ApiPatterns patterns = api.patterns();
        if (patterns != null) {
            findings.pace(patterns, hosts);
            findings.retries(patterns);
        }
        findings.searches();
        for (Endpoint endpoint : api.endpoints()) {
            findings.endpoint(endpoint);
        }
        return findings.sorted();
    }

    private void token() {
        Boolean authenticated = api.authenticated();
        RateLimit core = resource("core");
        Long limit = core == null ? null : core.limit();
        boolean isAnonymous = authenticated == null ? limit != null && limit == LIMIT_WITHOUT_TOKEN : !authenticated;
        if (!isAnonymous) {
            return;
        }
        add(
                Kind.NO_TOKEN,
                "",
                api.requestsMade(),
                0,
                0,
                QuantityText.requests(api.requestsMade())
                        + (api.requestsMade() == 1 ? " was" : " were")
                        + " sent without a token: GitHub grants 5000 requests an hour with one, 60 without.");
        ApiPatterns patterns = api.patterns();
        long charged = patterns == null ? 0 : api.conditionalHits() - patterns.freeConditionalHits();
        if (charged > 0) {
            add(
                    Kind.CHARGED_CONDITION,
                    "",
                    charged,
                    charged,
                    0,
                    QuantityText.count(charged, "answer")
                            + " with status 304 took from the rate limit, because the requests had no token; with one they are "
                            + "free.");
        }
    }

    private void pace(ApiPatterns patterns, @Nullable List<HttpHost> hosts) {
        if (patterns.peakMinutePoints() > MANY_POINTS) {
            add(
                    Kind.MINUTE_POINTS,
                    "",
                    patterns.peakMinutePoints(),
                    0,
                    0,
                    "It used " + patterns.peakMinutePoints()
                            + " points within a minute (1 for each GET, 5 for each change); at 900 GitHub refuses requests: "
                            + "send them more slowly.");
        }
        if (patterns.atOnce() > MOST_AT_ONCE && isMostlyGitHub(hosts)) {
            add(
                    Kind.AT_ONCE,
                    "",
                    patterns.atOnce(),
                    0,
                    0,
                    patterns.atOnce()
                            + " requests were under way at once; GitHub asks to send them one after another, and refuses over "
                            + "100: put them into a queue.");
        }
        if (patterns.rapidWrites() >= MANY_WRITES) {
            add(
                    Kind.RAPID_WRITES,
                    "",
                    patterns.rapidWrites(),
                    0,
                    0,
                    QuantityText.count(patterns.rapidWrites(), "change")
                            + " followed another one in less than a second; GitHub asks for a second between them: pause.");
        }
    }

    private boolean isMostlyGitHub(@Nullable List<HttpHost> hosts) {
        long all = 0;
        if (hosts != null) {
            for (HttpHost host : hosts) {
                all += host.requests();
            }
        }
        return api.requestsMade() >= all * MOSTLY_GITHUB;
    }

    private void retries(ApiPatterns patterns) {
        if (patterns.earlyRetries() > 0) {
            add(
                    Kind.EARLY_RETRIES,
                    "",
                    patterns.earlyRetries(),
                    patterns.earlyRetries(),
                    0,
                    QuantityText.requests(patterns.earlyRetries())
                            + (patterns.earlyRetries() == 1 ? " was" : " were")
                            + " repeated before the time that the answer asked to wait; wait as long as retry-after says, or "
                            + "until the limit resets.");
        }
        if (patterns.futileRetries() > 0) {
            double each = meanMs();
            add(
                    Kind.FUTILE_RETRIES,
                    "",
                    patterns.futileRetries(),
                    patterns.futileRetries(),
                    each * patterns.futileRetries(),
                    QuantityText.requests(patterns.futileRetries())
                            + (patterns.futileRetries() == 1 ? " was" : " were")
                            + " repeated after 400, 401, 403, 404, 410, 422 or 451: asking again gets the same answer.");
        }
    }

    private double meanMs() {
        double ms = 0;
        for (Endpoint endpoint : api.endpoints()) {
            ms += endpoint.ms();
        }
        return ms / Math.max(1, api.requestsMade());
    }

    private void searches() {
        for (RateLimit limit : api.resources()) {
            Long most = limit.limit();
            Long peak = limit.peakMinute();
            if (!limit.resource().endsWith("search") || most == null || most < 1 || peak == null || peak < most) {
                continue;
            }
            add(
                    Kind.SEARCH_PACE,
                    limit.resource(),
                    peak,
                    0,
                    0,
                    peak + " searches were sent within a minute, and " + most + " are allowed: space them by "
                            + (60 + most - 1) / most + "s.");
        }
    }

    private void endpoint(Endpoint endpoint) {
        EndpointPatterns seen = endpoint.patterns();
        String name = endpoint.endpoint();
        double each = endpoint.ms() / Math.max(1, endpoint.count());
        if (seen.unchanged() > 0) {
            add(
                    Kind.NO_CONDITION,
                    name,
                    seen.unchanged(),
                    seen.unchanged(),
                    0,
                    name + " was answered in full " + times(seen.unchanged())
                            + " although its ETag had not changed; with If-None-Match such an answer is a 304 and takes nothing "
                            + "of the rate limit.");
        }
        poll(endpoint, seen);
        Saving singles = RequestSavings.singles(endpoint, api.endpoints());
        if (singles != null) {
            add(Kind.SINGLE_GETS, name, endpoint.count(), singles.requests(), singles.ms(), singles.tip());
        }
        if (seen.sortedByUpdate() > 1) {
            add(
                    Kind.UNSTABLE_SORT,
                    name,
                    seen.sortedByUpdate(),
                    0,
                    0,
                    name + " was read over " + seen.sortedByUpdate()
                            + " pages with sort=updated; an item that changes meanwhile moves, and is read twice or not at all: "
                            + "sort by created.");
        }
        if (seen.missingAgain() > 0) {
            add(
                    Kind.MISSING_AGAIN,
                    name,
                    seen.missingAgain(),
                    seen.missingAgain(),
                    each * seen.missingAgain(),
                    name + " was answered with 404 " + times(seen.missingAgain())
                            + " more for what was known to be missing; remember that.");
        }
        if (seen.movedAgain() > 0) {
            add(
                    Kind.MOVED_AGAIN,
                    name,
                    seen.movedAgain(),
                    seen.movedAgain(),
                    each * seen.movedAgain(),
                    name + " was answered with a permanent redirect " + times(seen.movedAgain())
                            + " more; use the new address.");
        }
        asked(endpoint, each);
    }

    private void poll(Endpoint endpoint, EndpointPatterns seen) {
        String name = endpoint.endpoint();
        Double interval = seen.pollMs();
        if (seen.early() > 0) {
            add(
                    Kind.POLL_INTERVAL,
                    name,
                    seen.early(),
                    seen.early(),
                    0,
                    name + " was asked for " + times(seen.early())
                            + " earlier than x-poll-interval allows; wait as many seconds as it says.");
        }
        if (seen.polls() > 0 && interval != null) {
            long saved = seen.polls() - 1;
            add(
                    Kind.POLLING,
                    name,
                    seen.polls(),
                    saved,
                    endpoint.ms() / Math.max(1, endpoint.count()) * saved,
                    name + " was asked for " + times(seen.polls()) + ", once each " + QuantityText.ms(interval)
                            + "; a webhook reports a change by itself and would save up to "
                            + QuantityText.requests(saved) + ".");
        }
    }

    private void asked(Endpoint endpoint, double each) {
        if (endpoint.endpoint().equals(RATE_LIMIT) && endpoint.count() > 1) {
            add(
                    Kind.RATE_LIMIT_ASKED,
                    RATE_LIMIT,
                    endpoint.count(),
                    0,
                    each * endpoint.count(),
                    RATE_LIMIT + " was asked for " + times(endpoint.count())
                            + "; the x-ratelimit headers of every answer say the same.");
        }
        if (endpoint.endpoint().equals(USER) && endpoint.count() == 1 && api.requestsMade() > 1) {
            add(
                    Kind.USER_ASKED,
                    USER,
                    1,
                    1,
                    each,
                    USER
                            + " was asked for once; if only the token was checked, leave it out (hub4j asks when it gets a token"
                            + " without a name).");
        }
    }

    private void add(Kind kind, String subject, long count, long requests, double ms, String tip) {
        found.add(new ApiFinding(kind, subject, count, requests, ms, tip));
    }

    private List<ApiFinding> sorted() {
        List<ApiFinding> sorted = new ArrayList<>(found.size());
        for (ApiFinding finding : found) {
            int at = sorted.size();
            while (at > 0 && savesMore(finding, sorted.get(at - 1))) {
                at--;
            }
            sorted.add(at, finding);
        }
        return sorted;
    }

    private static boolean savesMore(ApiFinding one, ApiFinding other) {
        return one.requests() != other.requests() ? one.requests() > other.requests() : one.ms() > other.ms();
    }

    private @Nullable RateLimit resource(String name) {
        for (RateLimit limit : api.resources()) {
            if (limit.resource().equals(name)) {
                return limit;
            }
        }
        return null;
    }

    private static String times(long count) {
        return count == 1 ? "once" : QuantityText.count(count, "time");
    }
}
