package dev.perfagent.report;

import dev.perfagent.tally.CommandName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How all commands together use the GitHub API.
 *
 * @param requestsPerMinute requests a minute while commands run; null when none was made
 * @param efficiencyScore the share of the rate limit that was left at the end of a run, on average, 0 to 1; null when not known
 * @param expensive what took most requests
 * @param quotas how long each rate limit will last
 */
public record ApiMonitoring(
        @Nullable Double requestsPerMinute,
        @Nullable Double efficiencyScore,
        List<Expensive> expensive,
        List<QuotaForecast> quotas) {
    public ApiMonitoring {
        expensive = List.copyOf(expensive);
        quotas = List.copyOf(quotas);
    }

    /**
     * An operation of a rule, or an endpoint.
     *
     * @param isOperation whether it is an operation
     * @param requestsPerRun mean over all timed runs of the command
     * @param msPerRun likewise
     */
    public record Expensive(
            CommandName command,
            String name,
            boolean isOperation,
            long requests,
            double requestsPerRun,
            double msPerRun) {}
}
