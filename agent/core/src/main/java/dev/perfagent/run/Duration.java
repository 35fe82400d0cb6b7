package dev.perfagent.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a run's time went, in milliseconds.
 *
 * @param totalMs the command
 * @param processMs the whole process, from JVM start to the end of the command or of the process
 * @param jvmStartupMs JVM start to the agent's start
 */
public record Duration(
        double totalMs,
        @Nullable Double processMs,
        @Nullable Double jvmStartupMs,
        List<Phase> phases) {
    public Duration {
        phases = List.copyOf(phases);
    }
}
