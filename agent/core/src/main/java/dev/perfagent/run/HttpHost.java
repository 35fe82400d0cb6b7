package dev.perfagent.run;

import org.jspecify.annotations.Nullable;

/**
 * The HTTP requests of a run to one host.
 *
 * @param limit its rate limit; null when its answers said nothing about one, and for GitHub, whose limits are in {@link
 * GitHubApi}
 * @param bytesSent size of the bodies of requests; null when no client said any
 * @param bytesReceived size of the bodies of answers, as announced or as the client has them; null when neither is known of any
 */
public record HttpHost(
        String host,
        long requests,
        double ms,
        long errors,
        @Nullable Long bytes,
        @Nullable HostLimit limit,
        @Nullable Long bytesSent,
        @Nullable Long bytesReceived) {
    /** Of a host of which nobody asks how much was sent. */
    public HttpHost(
            String host, long requests, double ms, long errors, @Nullable Long bytes, @Nullable HostLimit limit) {
        this(host, requests, ms, errors, bytes, limit, null, null);
    }

    /** Of a host without a rate limit. */
    public HttpHost(String host, long requests, double ms, long errors, @Nullable Long bytes) {
        this(host, requests, ms, errors, bytes, null);
    }
}
