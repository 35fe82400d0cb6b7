package dev.perfagent.run;

import org.jspecify.annotations.Nullable;

/**
 * Where alerts come from: a run, or a monitor that watches the machine. A program that gets alerts gets this, too.
 *
 * @param id of the run, or of the watch
 * @param startMillis since the epoch
 * @param endMillis since the epoch; of something that goes on, when the alerts were raised
 * @param outcome null for what goes on
 * @param exitCode null for what goes on, or where it is not known
 * @param totalMs null for what goes on
 * @param ci the build service; null outside one
 */
public record AlertOrigin(
        String id,
        long startMillis,
        long endMillis,
        String application,
        @Nullable String applicationVersion,
        String command,
        @Nullable Outcome outcome,
        @Nullable Integer exitCode,
        @Nullable Double totalMs,
        @Nullable String host,
        @Nullable String ci) {
    /** A run that has ended. */
    public static AlertOrigin of(Run run) {
        return new AlertOrigin(
                run.executionId(),
                run.startMillis(),
                run.endMillis(),
                run.application(),
                run.applicationVersion(),
                run.command(),
                run.outcome(),
                run.exitCode(),
                run.duration().totalMs(),
                run.environment().host(),
                run.environment().ci());
    }
}
