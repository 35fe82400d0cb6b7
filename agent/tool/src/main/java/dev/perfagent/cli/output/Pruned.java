package dev.perfagent.cli.output;

import dev.perfagent.prune.OldDay;
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
 * @param abandoned half-written files
 */
public record Pruned(
        boolean dryRun,
        @Nullable Integer keptDays,
        @Nullable Long keptRuns,
        List<OldDay> days,
        List<Path> abandoned) {
    public Pruned {
        days = List.copyOf(days);
        abandoned = List.copyOf(abandoned);
    }

    long bytes() {
        return days.stream().mapToLong(OldDay::bytes).sum();
    }
}
