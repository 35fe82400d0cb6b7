package dev.perfagent.report;

import dev.perfagent.tally.Counts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The whole history that was looked at.
 *
 * @param first when the first run began; null without runs
 * @param last when the last run began; null without runs
 * @param commandsPerMinute runs by the time from the first to the last; null for less than two runs, or when all began at once
 * @param skippedLines lines of the history that are no run
 * @param unreadableFiles files that could not be read
 * @param futureRuns runs that were left out because they are dated in the future
 * @param score mean of the commands' scores, each weighted with its timed runs; null when none has one
 */
public record Summary(
        Counts counts,
        int commands,
        @Nullable Instant first,
        @Nullable Instant last,
        @Nullable Double commandsPerMinute,
        long skippedLines,
        long unreadableFiles,
        long futureRuns,
        @Nullable Double score) {}
