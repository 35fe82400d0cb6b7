package dev.perfagent.cli.view.profile;

import dev.perfagent.profile.PhaseProfile;
import dev.perfagent.profile.PhaseProfile.HotMethod;
import dev.perfagent.profile.Profile;
import dev.perfagent.profile.ProfileSession;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A profile, for programs.
 *
 * @param runs of the command that were merged
 * @param sampleMs how many milliseconds a sample of the event stands for; null if that is no fixed time
 */
public record ProfileJson(
        String id,
        String event,
        String profiler,
        int runs,
        int exitCode,
        long samples,
        @Nullable Integer sampleMs,
        List<Phase> phases) {
    private static final double NANOS_A_MS = 1e6;

    public ProfileJson {
        phases = List.copyOf(phases);
    }

    /**
     * A phase of it.
     *
     * @param cpuMs by the records of the runs, with the phases inside this one; null if it is not known
     * @param gcMs null, like the next two, if the command's Java has no Flight Recorder
     */
    public record Phase(
            String name,
            long samples,
            long cpuSamples,
            @Nullable Double cpuMs,
            double wallMs,
            long allocatedBytes,
            double lockMs,
            @Nullable Double gcMs,
            @Nullable Double jitMs,
            @Nullable Long classes,
            List<HotMethod> hotMethods) {
        public Phase {
            hotMethods = List.copyOf(hotMethods);
        }
    }

    public static ProfileJson of(String id, ProfileSession.Result result, Map<String, PhaseProfile> phases) {
        List<Phase> all = phases.entrySet().stream()
                .map(phase -> phase(
                        phase.getKey(), phase.getValue(), result.profiler().knowsJvm()))
                .toList();
        Profile profile = result.profile();
        return new ProfileJson(
                id,
                profile.event().text(),
                result.profiler().name(),
                result.runs(),
                result.exitCode(),
                profile.samples(),
                result.profiler().sampleMs(profile.event()),
                all);
    }

    private static Phase phase(String name, PhaseProfile phase, boolean knowsJvm) {
        return new Phase(
                name,
                phase.samples(),
                phase.cpuSamples(),
                phase.cpuMs(),
                phase.wallNanos() / NANOS_A_MS,
                phase.allocatedBytes(),
                phase.lockNanos() / NANOS_A_MS,
                knowsJvm ? (Double) (phase.gcNanos() / NANOS_A_MS) : null,
                knowsJvm ? (Double) (phase.jitNanos() / NANOS_A_MS) : null,
                knowsJvm ? (Long) phase.classes() : null,
                phase.hotMethods());
    }
}
