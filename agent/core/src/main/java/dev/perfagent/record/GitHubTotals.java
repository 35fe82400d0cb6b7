package dev.perfagent.record;

import dev.perfagent.github.EndpointTemplate;
import dev.perfagent.github.RateLimitHeaders;
import dev.perfagent.run.Endpoint;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.Operation;
import dev.perfagent.run.RateLimit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls of GitHub's API by endpoint and by rate-limit resource. Safe for concurrent use. */
public final class GitHubTotals {
    /** DESIGN section 6. */
    private static final int MOST_ENDPOINTS = 200;

    private static final int MOST_RESOURCES = 30;
    /** Beyond this many distinct GETs repetitions are no longer looked for: 8 bytes and an object each. */
    private static final int MOST_DISTINCT_GETS = 20_000;

    private final Map<String, EndpointTotals> endpoints = new LinkedHashMap<>();
    private final Map<String, RateLimitState> resources = new LinkedHashMap<>();
    private final Set<Long> answered = new HashSet<>();
    private long requests;
    private long conditionalHits;
    private long errors;
    private long throttledNanos;
    private long retries;
    private @Nullable Boolean authenticated;

    public synchronized void add(HttpCall call, long nowEpochSeconds) {
        requests++;
        Integer status = call.status();
        conditionalHits += status != null && status == 304 ? 1 : 0;
        errors += call.isError() ? 1 : 0;
        if (call.authenticated() != null) {
            authenticated = call.authenticated() || authenticated != null && authenticated;
        }
        String path = call.uri().getRawPath();
        String template = EndpointTemplate.of(call.method(), path == null ? "/" : path);
        endpoint(template).add(call, isRepeated(call));
        RateLimitHeaders limits = call.headers() == null ? null : RateLimitHeaders.of(call.headers(), nowEpochSeconds);
        if (limits != null) {
            resource(limits.resource()).add(call, limits, template.endsWith("/rate_limit"));
        }
    }

    /** After an answer that stopped it a thread goes on, having waited so long, maybe with the same request. */
    public synchronized void resumed(long waitedNanos, boolean isRepeated) {
        throttledNanos += waitedNanos;
        retries += isRepeated ? 1 : 0;
    }

    synchronized @Nullable GitHubApi api(long now, List<Totals> operations) {
        if (requests == 0) {
            return null;
        }
        List<RateLimit> limits = new ArrayList<>(resources.size());
        for (Map.Entry<String, RateLimitState> resource : resources.entrySet()) {
            limits.add(resource.getValue().rateLimit(resource.getKey()));
        }
        List<Endpoint> calls = new ArrayList<>(endpoints.size());
        for (EndpointTotals endpoint : endpoints.values()) {
            calls.add(endpoint.endpoint());
        }
        List<Operation> named = new ArrayList<>(operations.size());
        for (Totals operation : operations) {
            named.add(operation.operation(now));
        }
        return new GitHubApi(
                requests,
                null,
                null,
                conditionalHits,
                limits,
                throttledNanos / 1e6,
                retries,
                errors,
                authenticated,
                named,
                calls);
    }

    /** Whether that GET asks for what has been got in full before. */
    private boolean isRepeated(HttpCall call) {
        if (!call.method().equals("GET") || call.status() == null || call.status() != 200) {
            return false;
        }
        long key = (long) call.uri().hashCode() << 32 ^ call.uri().toString().hashCode();
        if (answered.contains(key)) {
            return true;
        }
        if (answered.size() < MOST_DISTINCT_GETS) {
            answered.add(key);
        }
        return false;
    }

    private EndpointTotals endpoint(String template) {
        String name = NameLimit.of(template, endpoints, MOST_ENDPOINTS);
        EndpointTotals totals = endpoints.get(name);
        if (totals == null) {
            totals = new EndpointTotals(name);
            endpoints.put(name, totals);
        }
        return totals;
    }

    private RateLimitState resource(String resource) {
        String name = NameLimit.of(resource, resources, MOST_RESOURCES);
        RateLimitState state = resources.get(name);
        if (state == null) {
            state = new RateLimitState();
            resources.put(name, state);
        }
        return state;
    }
}
