package dev.perfagent.profile;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What profiled runs of one command showed, phase by phase. */
public final class Profile {
    /** What is in no phase. */
    public static final String NO_PHASE = PhaseTimes.NONE;

    private final Map<String, PhaseProfile> phases = new LinkedHashMap<>();
    private final ProfileEvent event;

    /** An empty one. */
    public Profile(ProfileEvent event) {
        this.event = event;
    }

    PhaseProfile phase(String name) {
        return phases.computeIfAbsent(name, phase -> new PhaseProfile());
    }

    /** What its stacks are of. */
    public ProfileEvent event() {
        return event;
    }

    /** By name, in the order in which they were entered; what is in none is the last. */
    public Map<String, PhaseProfile> phases() {
        Map<String, PhaseProfile> ordered = new LinkedHashMap<>(phases);
        PhaseProfile rest = ordered.remove(PhaseTimes.NONE);
        if (rest != null) {
            ordered.put(PhaseTimes.NONE, rest);
        }
        return ordered;
    }

    /**
     * Whether there are enough samples for shares that mean something: in the phase that has most, because others may only wait;
     * what is in no phase counts only if there are no phases.
     *
     * @param only the phase that is asked for; null for all
     */
    public boolean hasEnough(@Nullable String only) {
        return mostSamples(only) >= event.fewestSamples();
    }

    /** Of the phase that has most, as above. */
    long mostSamples(@Nullable String only) {
        boolean anyPhase = phases.keySet().stream().anyMatch(name -> !name.equals(NO_PHASE));
        return phases.entrySet().stream()
                .filter(phase -> only == null
                        ? !anyPhase || !phase.getKey().equals(NO_PHASE)
                        : phase.getKey().equals(only))
                .mapToLong(phase -> phase.getValue().samples())
                .max()
                .orElse(0);
    }

    /** Of the event for which stacks were gathered. */
    public long samples() {
        return phases.values().stream().mapToLong(PhaseProfile::samples).sum();
    }
}
