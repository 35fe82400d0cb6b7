package dev.perfagent.run;

import org.jspecify.annotations.Nullable;

/**
 * The HTTP requests of a run to one host.
 *
 * @param limit its rate limit; null when its answers said nothing about one, and for GitHub, whose limits are in {@link
 * GitHubApi}
 */
public record HttpHost(
        String host,
        long requests,
        double ms,
        long errors,
        @Nullable Long bytes,
        @Nullable HostLimit limit) {
    /** Of a host without a rate limit. */
    public HttpHost(String host, long requests, double ms, long errors, @Nullable Long bytes) {
        this(host, requests, ms, errors, bytes, null);
    }
}
