package dev.perfagent.analysis;

/**
 * What requests to an endpoint take of a command's timed runs.
 *
 * @param requests over all runs
 * @param requestsPerRun mean over all timed runs
 * @param requestShare of all requests to endpoints, 0 to 1
 * @param msPerRun mean over all timed runs
 * @param timeShare of the command's time; requests at the same time each count, so it may be above 1
 * @param maxMs the slowest request
 * @param failures answers of status 400 and above
 */
public record EndpointShare(
        String name,
        long requests,
        double requestsPerRun,
        double requestShare,
        double msPerRun,
        double timeShare,
        double maxMs,
        long failures) {}
