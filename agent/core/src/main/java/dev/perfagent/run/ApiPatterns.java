package dev.perfagent.run;

/**
 * How a run dealt with GitHub's API.
 *
 * @param freeConditionalHits 304 answers that took nothing of the rate limit
 * @param primaryLimits requests refused because the quota was used up
 * @param secondaryLimits requests refused because there were too many at once or in a short time
 * @param atOnce the most HTTP requests that were under way when one to GitHub was sent
 * @param peakMinutePoints the most points of REST requests within a minute: 1 for GET and HEAD, 5 for others
 * @param rapidWrites requests that change something and were sent less than a second after another one
 * @param earlyRetries repetitions of refused requests before the time that the answer asked to wait
 * @param futileRetries repetitions of requests whose answer cannot change by asking again, such as 404 or 422
 */
public record ApiPatterns(
        long freeConditionalHits,
        long primaryLimits,
        long secondaryLimits,
        long atOnce,
        long peakMinutePoints,
        long rapidWrites,
        long earlyRetries,
        long futileRetries) {
    /** Of a run in which nothing of it was seen. */
    public static final ApiPatterns NONE = new ApiPatterns(0, 0, 0, 0, 0, 0, 0, 0);
}
