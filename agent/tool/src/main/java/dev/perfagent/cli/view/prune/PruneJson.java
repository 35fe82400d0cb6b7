package dev.perfagent.cli.view.prune;

import dev.perfagent.prune.ExpiredDay;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was deleted, for programs. */
public record PruneJson(
        int schema,
        boolean dryRun,
        @Nullable Integer keepDays,
        @Nullable Long keepRuns,
        long bytes,
        int halfWrittenFiles,
        long monitorBytes,
        List<Day> days) {
    private static final int SCHEMA = 1;

    public static PruneJson of(PruneResult pruned) {
        return new PruneJson(
                SCHEMA,
                pruned.dryRun(),
                pruned.keptDays(),
                pruned.keptRuns(),
                pruned.bytes(),
                pruned.abandoned().size(),
                pruned.watchedBytes(),
                pruned.days().stream().map(Day::of).toList());
    }

    record Day(LocalDate date, int files, long bytes) {
        static Day of(ExpiredDay day) {
            return new Day(day.date(), day.files().size(), day.bytes());
        }
    }
}
