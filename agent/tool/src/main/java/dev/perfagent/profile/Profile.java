package dev.perfagent.profile;

import java.util.LinkedHashMap;
import java.util.Map;

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

    /** Of the event for which stacks were gathered. */
    public long samples() {
        return phases.values().stream().mapToLong(PhaseProfile::samples).sum();
    }
}
