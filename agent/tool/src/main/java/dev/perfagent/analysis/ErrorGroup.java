package dev.perfagent.analysis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Runs that failed alike.
 *
 * @param type class of the exception; empty when there was none
 * @param exitCode null when not known
 * @param rate by all runs of the command, 0 to 1
 * @param last when the last of them began
 * @param lastId its id
 * @param message what it said
 */
public record ErrorGroup(
        String type,
        @Nullable Integer exitCode,
        long runs,
        double rate,
        @Nullable Instant last,
        @Nullable String lastId,
        @Nullable String message) {}
