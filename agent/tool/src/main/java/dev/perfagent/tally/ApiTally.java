package dev.perfagent.tally;

import dev.perfagent.history.StoredRun;
import dev.perfagent.run.Cache;
import dev.perfagent.run.Endpoint;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.Operation;
import dev.perfagent.run.RateLimit;
import java.util.List;
import java.util.Map;

/** What timed runs asked of the GitHub API and of caches, added up. */
public final class ApiTally {
    private static final int MOST_ENDPOINTS = 500;
    private static final int MOST_OPERATIONS = 100;

    private final BoundedTotals<String, EndpointTally> endpoints =
            new BoundedTotals<>(MOST_ENDPOINTS, BoundedTotals.OTHERS, EndpointTally::new);
    private final BoundedTotals<String, OperationTally> operations =
            new BoundedTotals<>(MOST_OPERATIONS, BoundedTotals.OTHERS, OperationTally::new);
    private long runs;
    private long requests;
    private long points;
    private long pointRuns;
    private long avoidable;
    private long errors;
    private double throttledMs;
    private long hits;
    private long misses;

    void add(StoredRun run) {
        GitHubApi api = run.gitHubApi();
        if (api != null && api.requestsMade() > 0) {
            add(api);
        }
        addLookUps(run);
    }

    private void add(GitHubApi api) {
        runs++;
        requests += api.requestsMade();
        long retries = api.retries() == null ? 0 : api.retries();
        avoidable += Math.min(api.requestsMade(), retries + AvoidableRequests.requests(api.endpoints()));
        errors += api.errors();
        Double throttled = api.throttledMs();
        throttledMs += throttled == null ? 0 : throttled;
        boolean stated = false;
        for (RateLimit resource : api.resources()) {
            Long consumed = resource.consumed();
            if (consumed != null) {
                points += consumed;
                stated = true;
            }
        }
        pointRuns += stated ? 1 : 0;
        for (Operation operation : api.operations()) {
            operations.get(operation.name()).add(operation);
        }
        for (Endpoint endpoint : api.endpoints()) {
            endpoints.get(endpoint.endpoint()).add(endpoint);
        }
    }

    /** As {@link StoredRun#cacheHitRate()} has them: of the HTTP cache where one was seen, else of all in-process caches. */
    private void addLookUps(StoredRun run) {
        GitHubApi api = run.gitHubApi();
        Long apiHits = api == null ? null : api.cacheHits();
        Long apiMisses = api == null ? null : api.cacheMisses();
        if (apiHits != null && apiMisses != null && apiHits + apiMisses > 0) {
            hits += apiHits;
            misses += apiMisses;
            return;
        }
        List<Cache> caches = run.caches();
        for (Cache cache : caches == null ? List.<Cache>of() : caches) {
            Long hit = cache.hits();
            Long missed = cache.misses();
            if (hit != null && missed != null) {
                hits += hit;
                misses += missed;
            }
        }
    }

    void addAll(ApiTally other) {
        endpoints.addAll(other.endpoints, EndpointTally::addAll);
        operations.addAll(other.operations, OperationTally::addAll);
        runs += other.runs;
        requests += other.requests;
        points += other.points;
        pointRuns += other.pointRuns;
        avoidable += other.avoidable;
        errors += other.errors;
        throttledMs += other.throttledMs;
        hits += other.hits;
        misses += other.misses;
    }

    /** How many runs asked anything. */
    public long runs() {
        return runs;
    }

    /** What they asked. */
    public long requests() {
        return requests;
    }

    /** What they took of rate limits, of all resources together. */
    public long points() {
        return points;
    }

    /** How many of them know that. */
    public long pointRuns() {
        return pointRuns;
    }

    /** Requests that were not needed: {@link AvoidableRequests}, and repetitions of refused ones. */
    public long avoidable() {
        return avoidable;
    }

    /** Answers of status 400 and above, and requests without an answer. */
    public long errors() {
        return errors;
    }

    /** Time lost to rate limits, in ms. */
    public double throttledMs() {
        return throttledMs;
    }

    /** Look-ups that a cache answered. */
    public long hits() {
        return hits;
    }

    /** Look-ups that it did not. */
    public long misses() {
        return misses;
    }

    /** By the name that a rule gave them. */
    public Map<String, OperationTally> operations() {
        return operations.totals();
    }

    /** By template. */
    public Map<String, EndpointTally> endpoints() {
        return endpoints.totals();
    }
}
