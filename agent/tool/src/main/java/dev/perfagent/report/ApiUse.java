package dev.perfagent.report;

import org.jspecify.annotations.Nullable;

/**
 * What a command's timed runs asked of the GitHub API.
 *
 * @param runs how many of them asked anything
 * @param requestsPerRun mean of those
 * @param pointsPerRun mean that a run took of its rate limits, of the runs that know it; null when none was
 * @param avoidableRequests requests of all these runs that were not needed, see docs/report.md
 * @param efficiency the share of requests that were needed
 */
public record ApiUse(
        long runs,
        double requestsPerRun,
        @Nullable Double pointsPerRun,
        long requests,
        long avoidableRequests,
        Efficiency efficiency) {}
