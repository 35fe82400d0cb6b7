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
 */
public record CommandResult(CommandRuns runs, @Nullable MedianInterval interval, List<Outlier> outliers) {
    public CommandResult {
        outliers = List.copyOf(outliers);
    }

    /** Of the command. */
    public TimedCommand command() {
        return runs.command();
    }

    /** By {@code benchmarks.yml}; null when that does not say, or with no run. */
    public @Nullable Rating rating() {
        return interval == null ? null : Ratings.of(interval.median(), command().budget());
    }
}
