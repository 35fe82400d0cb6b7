package dev.perfagent.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run asked of the GitHub API.
 *
 * @param requestsMade requests that went over the network
 * @param cacheHits requests answered by an HTTP cache without the network; null when no HTTP cache was seen
 * @param conditionalHits 304 answers
 * @param throttledMs time lost to rate limits, summed over threads; null in records of older agents
 * @param retries requests that repeated one that was refused or failed; null in records of older agents
 * @param errors answers of status 400 and above, and requests without an answer
 * @param authenticated whether requests carried an Authorization header; null when not seen
 * @param patterns null in records of older agents
 */
public record GitHubApi(
        long requestsMade,
        @Nullable Long cacheHits,
        @Nullable Long cacheMisses,
        long conditionalHits,
        List<RateLimit> resources,
        @Nullable Double throttledMs,
        @Nullable Long retries,
        long errors,
        @Nullable Boolean authenticated,
        List<Operation> operations,
        List<Endpoint> endpoints,
        @Nullable ApiPatterns patterns) {
    public GitHubApi {
        resources = List.copyOf(resources);
        operations = List.copyOf(operations);
        endpoints = List.copyOf(endpoints);
    }

    /** Of a run of which patterns are not known. */
    public GitHubApi(
            long requestsMade,
            @Nullable Long cacheHits,
            @Nullable Long cacheMisses,
            long conditionalHits,
            List<RateLimit> resources,
            @Nullable Double throttledMs,
            @Nullable Long retries,
            long errors,
            @Nullable Boolean authenticated,
            List<Operation> operations,
            List<Endpoint> endpoints) {
        this(
                requestsMade,
                cacheHits,
                cacheMisses,
                conditionalHits,
                resources,
                throttledMs,
                retries,
                errors,
                authenticated,
                operations,
                endpoints,
                null);
    }

    /** The resource most of it was taken from: the one the record's top-level figures are about; null when none is known. */
    public @Nullable RateLimit mainResource() {
        RateLimit main = null;
        for (RateLimit resource : resources) {
            if (main == null || consumed(resource) > consumed(main)) {
                main = resource;
            }
        }
        return main;
    }

    private static long consumed(RateLimit resource) {
        Long consumed = resource.consumed();
        return consumed == null ? 0 : consumed;
    }
}
