package dev.perfagent.record;

import dev.perfagent.github.Answer;
import dev.perfagent.github.EndpointTemplate;
import dev.perfagent.github.RateLimitHeaders;
import dev.perfagent.run.Endpoint;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.Operation;
import dev.perfagent.run.RateLimit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls of GitHub's API by endpoint and by rate-limit resource. Safe for concurrent use. */
public final class GitHubTotals {
    /** DESIGN section 6. */
    private static final int MOST_ENDPOINTS = 200;

    /** A template has 50 characters on average; a made-up API with long ones may not fill the record. */
    private static final int MOST_TEMPLATE_CHARS = 20_000;

    private static final int MOST_RESOURCES = 30;

    /** GitHub's limit without a token, by which an answer says that there was none. */
    private static final long LIMIT_WITHOUT_TOKEN = 60;

    private final Map<String, EndpointTotals> endpoints = new LinkedHashMap<>();
    private final Map<String, RateLimitState> resources = new LinkedHashMap<>();
    private final AnsweredAddresses answered = new AnsweredAddresses();
    private final Polls polls = new Polls();
    private final ApiPace pace = new ApiPace();
    private int templateChars;
    private long requests;
    private boolean isCacheSeen;
    private long cacheHits;
    private long cacheMisses;
    private long conditionalHits;
    private long errors;
    private long throttledNanos;
    private long retries;
    private @Nullable Boolean authenticated;

    /**
     * A request is over.
     *
     * @param underWay how many requests were when it was sent, with it
     * @param endNanos when it was over
     */
    public synchronized void add(HttpCall call, int underWay, long nowEpochSeconds, long endNanos) {
        requests++;
        errors += call.isError() ? 1 : 0;
        long startNanos = endNanos - call.nanos();
        String path = call.uri().getRawPath();
        String template = EndpointTemplate.of(call.method(), path == null ? "/" : path);
        boolean isGraphQl = template.endsWith(" /graphql");
        String name = call.operation() == null || !isGraphQl ? template : template + " " + call.operation();
        EndpointTotals endpoint = endpoint(name);
        endpoint.add(call);
        pace.sent(call, isGraphQl, underWay, startNanos);
        RateLimitHeaders limits = call.headers() == null ? null : RateLimitHeaders.of(call.headers(), nowEpochSeconds);
        limits(call, limits, template, startNanos);
        long key = AnsweredAddresses.key(call.uri());
        answered.add(call, key, endpoint);
        if (call.method().equals("GET") && call.status() != null && (call.status() == 200 || call.status() == 304)) {
            Long seconds = RateLimitHeaders.seconds(call.header("x-poll-interval"));
            polls.add(key, endpoint, startNanos, seconds == null ? 0 : seconds);
        }
    }

    private void limits(HttpCall call, @Nullable RateLimitHeaders limits, String template, long startNanos) {
        Boolean token = call.authenticated() == null ? hasToken(limits) : call.authenticated();
        if (token != null) {
            authenticated = token || authenticated != null && authenticated;
        }
        Answer answer = call.answer(limits == null ? null : limits.remaining());
        boolean isUnchanged = call.status() != null && call.status() == 304;
        conditionalHits += isUnchanged ? 1 : 0;
        // A 304 is free with a valid Authorization header; what was turned away took nothing.
        boolean isFreeHit = isUnchanged && !Boolean.FALSE.equals(token);
        pace.answered(answer, isFreeHit);
        if (limits != null) {
            boolean isFree = isFreeHit || answer.isLimit() || template.endsWith("/rate_limit");
            resource(limits.resource()).add(limits, !isFree, startNanos);
        }
    }

    /** Where the header cannot be seen the limit says it; null when that does not say it either. */
    private static @Nullable Boolean hasToken(@Nullable RateLimitHeaders limits) {
        return limits == null || limits.limit() == null || !limits.resource().equals(RateLimitHeaders.CORE)
                ? null
                : (Boolean) (limits.limit() > LIMIT_WITHOUT_TOKEN);
    }

    /** A client's own HTTP cache knew the answer, or it did not and the server sent one. */
    public synchronized void cached(boolean isHit) {
        isCacheSeen = true;
        cacheHits += isHit ? 1 : 0;
        cacheMisses += isHit ? 0 : 1;
    }

    /**
     * An answer was not what it was taken for, but a limit.
     *
     * @param resource which quota its headers were about; null when they were about none
     */
    public synchronized void wasLimited(Answer before, Answer limit, @Nullable String resource) {
        pace.corrected(before, limit);
        if (!before.isLimit() && resource != null) {
            resource(resource).refused();
        }
    }

    /** After an answer that stopped it a thread goes on, having waited so long. */
    public synchronized void waited(long nanos) {
        throttledNanos += nanos;
    }

    /**
     * The same request is sent again, by that thread or another one.
     *
     * @param isFutile whether the answer of before cannot change by that; otherwise it was refused or failed
     * @param isEarly whether that is before the time that the answer asked to wait
     */
    public synchronized void retried(boolean isFutile, boolean isEarly) {
        if (isFutile) {
            pace.futileRetry();
        } else {
            retries++;
        }
        if (isEarly) {
            pace.earlyRetry();
        }
    }

    synchronized @Nullable GitHubApi api(long now, List<Totals> operations) {
        if (requests == 0 && !isCacheSeen) {
            return null;
        }
        List<RateLimit> limits = new ArrayList<>(resources.size());
        for (Map.Entry<String, RateLimitState> resource : resources.entrySet()) {
            limits.add(resource.getValue().rateLimit(resource.getKey()));
        }
        List<Endpoint> calls = new ArrayList<>(endpoints.size());
        for (EndpointTotals endpoint : endpoints.values()) {
            calls.add(endpoint.endpoint(polls));
        }
        List<Operation> named = new ArrayList<>(operations.size());
        for (Totals operation : operations) {
            named.add(operation.operation(now));
        }
        return new GitHubApi(
                requests,
                isCacheSeen ? cacheHits : null,
                isCacheSeen ? cacheMisses : null,
                conditionalHits,
                limits,
                throttledNanos / 1e6,
                retries,
                errors,
                authenticated,
                named,
                calls,
                pace.patterns());
    }

    private EndpointTotals endpoint(String template) {
        boolean isFull = templateChars + template.length() > MOST_TEMPLATE_CHARS && !endpoints.containsKey(template);
        String name = isFull ? NameLimit.OTHER : NameLimit.of(template, endpoints, MOST_ENDPOINTS);
        EndpointTotals totals = endpoints.get(name);
        if (totals == null) {
            totals = new EndpointTotals(name);
            endpoints.put(name, totals);
            templateChars += name.length();
        }
        return totals;
    }

    private RateLimitState resource(String resource) {
        String name = NameLimit.of(resource, resources, MOST_RESOURCES);
        RateLimitState state = resources.get(name);
        if (state == null) {
            state = new RateLimitState(name.equals("graphql"));
            resources.put(name, state);
        }
        return state;
    }
}
