package dev.perfagent.generator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A planted change: from that moment on a command, or one phase of it, takes so many times as long.
 *
 * @param command the command that changes; null for all
 * @param phase the phase that changes; null for all the command does
 * @param factor 1.4 makes it 40 % slower, 0.8 20 % faster, 1 changes nothing but the version
 * @param version of the application from then on; null when it stays
 */
public record Change(
        Instant from,
        @Nullable String command,
        @Nullable String phase,
        double factor,
        @Nullable String version) {
    /** At the beginning of that day in UTC. */
    public static Change on(LocalDate day, @Nullable String command, double factor) {
        return new Change(day.atStartOfDay(ZoneOffset.UTC).toInstant(), command, null, factor, null);
    }

    /** In that phase only. */
    public Change inPhase(String name) {
        return new Change(from, command, name, factor, version);
    }

    /** With that release of the application. */
    public Change withVersion(String name) {
        return new Change(from, command, phase, factor, name);
    }

    /** How many times as long the whole command takes from then on. */
    public double totalFactor(Workload workload) {
        if (command != null && !command.equals(workload.command())) {
            return 1;
        }
        return phase == null ? factor : 1 + workload.phases().getOrDefault(phase, 0.0) * (factor - 1);
    }

    boolean concerns(String name, Instant time) {
        return !time.isBefore(from) && (command == null || command.equals(name));
    }
}
