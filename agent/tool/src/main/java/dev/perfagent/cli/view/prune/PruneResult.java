package dev.perfagent.cli.view.prune;

import dev.perfagent.prune.ExpiredDay;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was deleted from a home.
 *
 * @param dryRun whether it would have been only
 * @param keptDays null when runs were counted
 * @param keptRuns null when days were counted
 * @param days the oldest first
 * @param watched what monitors wrote, the oldest first
 * @param abandoned half-written files
 */
public record PruneResult(
        boolean dryRun,
        @Nullable Integer keptDays,
        @Nullable Long keptRuns,
        List<ExpiredDay> days,
        List<ExpiredDay> watched,
        List<Path> abandoned) {
    public PruneResult {
        days = List.copyOf(days);
        watched = List.copyOf(watched);
        abandoned = List.copyOf(abandoned);
    }

    long watchedBytes() {
        return watched.stream().mapToLong(ExpiredDay::bytes).sum();
    }

    long bytes() {
        return days.stream().mapToLong(ExpiredDay::bytes).sum();
    }
}
