package dev.perfagent.run;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a run to one endpoint template.
 *
 * @param endpoint method and template, such as {@code GET /repos/{owner}/{repo}/issues}
 * @param status responses by status code
 * @param bytes body bytes as {@code Content-Length} says; null when no response had it
 * @param repeated GETs that asked for what this run had already got in full (status 200)
 * @param pages GETs whose response named a {@code next} page
 * @param perPage the page size asked for by those; null when they asked for none or for several
 */
public record Endpoint(
        String endpoint,
        long count,
        double ms,
        double maxMs,
        Map<Integer, Long> status,
        @Nullable Long bytes,
        long repeated,
        long pages,
        @Nullable Integer perPage,
        EndpointPatterns patterns) {
    public Endpoint {
        status = Collections.unmodifiableMap(new TreeMap<>(status));
    }

    /** Of an endpoint at which no pattern was seen. */
    public Endpoint(
            String endpoint,
            long count,
            double ms,
            double maxMs,
            Map<Integer, Long> status,
            @Nullable Long bytes,
            long repeated,
            long pages,
            @Nullable Integer perPage) {
        this(endpoint, count, ms, maxMs, status, bytes, repeated, pages, perPage, EndpointPatterns.NONE);
    }
}
