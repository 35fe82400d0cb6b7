package dev.perfagent.benchmark;

import dev.perfagent.report.Ratings;
import dev.perfagent.statistics.MedianInterval;
import dev.perfagent.threshold.Rating;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of a command.
 *
 * @param interval of the median; null with no run
 * @param outliers runs that took much longer than the others
 * @param agent what the agent recorded; null when it was not in the command
 * @param version of the application, as the agent recorded it; null when that is not known
 */
public record CommandResult(
        CommandRuns runs,
        @Nullable MedianInterval interval,
        List<Outlier> outliers,
        @Nullable AgentFigures agent,
        @Nullable String version) {
    public CommandResult {
        outliers = List.copyOf(outliers);
    }

    /** Of the command. */
    public TimedCommand command() {
        return runs.command();
    }

    /** By {@code benchmarks.yml}, of the time inside the JVM where that was recorded; null when the file does not say. */
    public @Nullable Rating rating() {
        Double recorded = agent == null ? null : agent.commandMs();
        return interval == null
                ? null
                : Ratings.of(
                        recorded == null ? interval.median() : recorded,
                        command().budget());
    }
}
