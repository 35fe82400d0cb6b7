package dev.perfagent.cli.view.profile;

import dev.perfagent.profile.PhaseProfile;
import dev.perfagent.profile.PhaseProfile.HotMethod;
import dev.perfagent.profile.Profile;
import java.util.List;
import java.util.Map;

/** A profile, for programs. */
public record ProfileJson(String id, String event, int exitCode, long samples, List<Phase> phases) {
    private static final double NANOS_A_MS = 1e6;

    public ProfileJson {
        phases = List.copyOf(phases);
    }

    /** A phase of it. */
    public record Phase(
            String name,
            long samples,
            long cpuSamples,
            double wallMs,
            long allocatedBytes,
            double lockMs,
            double gcMs,
            double jitMs,
            List<HotMethod> hotMethods) {
        public Phase {
            hotMethods = List.copyOf(hotMethods);
        }
    }

    public static ProfileJson of(String id, Profile profile, Map<String, PhaseProfile> phases, int exitCode) {
        List<Phase> all = phases.entrySet().stream()
                .map(phase -> phase(phase.getKey(), phase.getValue()))
                .toList();
        return new ProfileJson(id, profile.event().text(), exitCode, profile.samples(), all);
    }

    private static Phase phase(String name, PhaseProfile phase) {
        return new Phase(
                name,
                phase.samples(),
                phase.cpuSamples(),
                phase.wallNanos() / NANOS_A_MS,
                phase.allocatedBytes(),
                phase.lockNanos() / NANOS_A_MS,
                phase.gcNanos() / NANOS_A_MS,
                phase.jitNanos() / NANOS_A_MS,
                phase.hotMethods());
    }
}
