package dev.perfagent.run;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON form of what a run asked of the GitHub API. */
final class GitHubJson {
    private final JsonWriter json;

    private GitHubJson(JsonWriter json) {
        this.json = json;
    }

    static void write(GitHubApi api, JsonWriter json) {
        new GitHubJson(json).write(api);
    }

    static @Nullable String time(@Nullable Long epochSeconds) {
        return epochSeconds == null ? null : IsoTime.utc(epochSeconds * 1000);
    }

    private void write(GitHubApi api) {
        RateLimit main = api.mainResource();
        json.open('{');
        whole("requests_made", api.requestsMade());
        whole("cache_hits", api.cacheHits());
        whole("cache_misses", api.cacheMisses());
        whole("conditional_hits", api.conditionalHits());
        whole("rate_limit_consumed", main == null ? null : main.consumed());
        whole("rate_limit_remaining", main == null ? null : main.remaining());
        whole("rate_limit_limit", main == null ? null : main.limit());
        text("rate_limit_reset", main == null ? null : time(main.resetEpochSeconds()));
        whole("rate_limit_runs_left", main == null ? null : main.runsLeft());
        json.name("resources").open('{');
        for (RateLimit limit : api.resources()) {
            resource(limit);
        }
        json.close('}');
        decimal("throttled_ms", api.throttledMs());
        whole("retries", api.retries());
        whole("errors", api.errors());
        json.name("authenticated").flag(api.authenticated());
        if (api.patterns() != null) {
            patterns(api.patterns());
        }
        operations(api.operations());
        json.name("endpoints").open('[');
        for (Endpoint endpoint : api.endpoints()) {
            endpoint(endpoint);
        }
        json.close(']').close('}');
    }

    private void resource(RateLimit limit) {
        json.name(limit.resource()).open('{');
        whole("limit", limit.limit());
        whole("remaining", limit.remaining());
        whole("used", limit.used());
        text("reset", time(limit.resetEpochSeconds()));
        whole("consumed", limit.consumed());
        whole("others", limit.others());
        whole("peak_minute", limit.peakMinute());
        whole("runs_left", limit.runsLeft());
        json.close('}');
    }

    private void patterns(ApiPatterns patterns) {
        whole("conditional_hits_free", patterns.freeConditionalHits());
        whole("primary_limits", patterns.primaryLimits());
        whole("secondary_limits", patterns.secondaryLimits());
        whole("at_once", patterns.atOnce());
        whole("peak_minute_points", patterns.peakMinutePoints());
        whole("rapid_writes", patterns.rapidWrites());
        whole("early_retries", patterns.earlyRetries());
        whole("futile_retries", patterns.futileRetries());
    }

    private void operations(List<Operation> operations) {
        json.name("operations").open('[');
        for (Operation operation : operations) {
            json.open('{');
            text("name", operation.name());
            whole("count", operation.count());
            whole("requests", operation.requests());
            decimal("ms", operation.ms());
            decimal("max_ms", operation.maxMs());
            json.close('}');
        }
        json.close(']');
    }

    private void endpoint(Endpoint endpoint) {
        json.open('{');
        text("endpoint", endpoint.endpoint());
        whole("count", endpoint.count());
        decimal("ms", endpoint.ms());
        decimal("max_ms", endpoint.maxMs());
        json.name("status").open('{');
        for (Map.Entry<Integer, Long> status : endpoint.status().entrySet()) {
            whole(status.getKey().toString(), status.getValue());
        }
        json.close('}');
        whole("bytes", endpoint.bytes());
        whole("repeated", endpoint.repeated());
        whole("pages", endpoint.pages());
        whole("per_page", endpoint.perPage());
        EndpointPatterns patterns = endpoint.patterns();
        unlessZero("etags", patterns.etags());
        unlessZero("unchanged", patterns.unchanged());
        unlessZero("missing_again", patterns.missingAgain());
        unlessZero("moved_again", patterns.movedAgain());
        unlessZero("sorted_by_update", patterns.sortedByUpdate());
        unlessZero("polls", patterns.polls());
        if (patterns.pollMs() != null) {
            decimal("poll_ms", patterns.pollMs());
        }
        unlessZero("early", patterns.early());
        json.close('}');
    }

    /** Most endpoints have none of it, and there may be 200 of them. */
    private void unlessZero(String name, long value) {
        if (value != 0) {
            whole(name, value);
        }
    }

    private void text(String name, @Nullable String value) {
        json.name(name).text(value);
    }

    private void whole(String name, @Nullable Number value) {
        json.name(name).whole(value);
    }

    private void decimal(String name, @Nullable Double value) {
        json.name(name).decimal(value);
    }
}
