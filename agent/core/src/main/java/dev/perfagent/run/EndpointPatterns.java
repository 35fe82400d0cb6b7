package dev.perfagent.run;

import org.jspecify.annotations.Nullable;

/**
 * How a run used one endpoint.
 *
 * @param etags GETs that were answered in full and with an ETag
 * @param unchanged repeated GETs that were answered in full although the ETag was that of before
 * @param missingAgain GETs that were answered with 404 again
 * @param movedAgain requests that were answered with 301 or 308 again
 * @param sortedByUpdate pages that were asked for with {@code sort=updated}
 * @param polls GETs of one address at a regular interval; 0 if they are fewer than five
 * @param pollMs that interval
 * @param early GETs sent before the time that {@code x-poll-interval} asked to wait
 */
public record EndpointPatterns(
        long etags,
        long unchanged,
        long missingAgain,
        long movedAgain,
        long sortedByUpdate,
        long polls,
        @Nullable Double pollMs,
        long early) {
    /** Of an endpoint at which nothing of it was seen. */
    public static final EndpointPatterns NONE = new EndpointPatterns(0, 0, 0, 0, 0, 0, null, 0);
}
