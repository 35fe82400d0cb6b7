package dev.perfagent.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a run's time went, in milliseconds.
 *
 * @param totalMs the command
 * @param processMs the whole process, from JVM start to the end of the command or of the process
 * @param jvmStartupMs JVM start to the agent's start
 * @param untilMainMs from the JVM's start to the main method
 * @param untilCommandMs from the JVM's start to the command
 * @param mainClassMs the static initialisers of the main class and its superclasses, which run before its main method
 */
public record Duration(
        double totalMs,
        @Nullable Double processMs,
        @Nullable Double jvmStartupMs,
        @Nullable Double mainClassMs,
        @Nullable Double untilMainMs,
        @Nullable Double untilCommandMs,
        List<Phase> phases) {
    public Duration {
        phases = List.copyOf(phases);
    }

    /** One of which it is not asked what came before the command. */
    public Duration(
            double totalMs,
            @Nullable Double processMs,
            @Nullable Double jvmStartupMs,
            @Nullable Double mainClassMs,
            List<Phase> phases) {
        this(totalMs, processMs, jvmStartupMs, mainClassMs, null, null, phases);
    }

    /** One of a main class without static initialisers. */
    public Duration(double totalMs, @Nullable Double processMs, @Nullable Double jvmStartupMs, List<Phase> phases) {
        this(totalMs, processMs, jvmStartupMs, null, phases);
    }

    /** Whether the process did nothing else before; if that is not known, false. */
    public boolean isOfFirstCommand() {
        return processMs != null && untilCommandMs != null;
    }

    /**
     * The time in which the JVM's collections and compilers are counted: the whole process for its first command, and for a
     * later one the command.
     */
    public double countedMs() {
        return processMs == null || untilCommandMs == null ? totalMs : processMs;
    }
}
