package dev.perfagent.cli.view.profile;

import dev.perfagent.profile.ProfileEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stacks are counted in.
 *
 * @param sampleMs how many milliseconds a sample stands for; null if that is no fixed time
 */
public record StackUnit(ProfileEvent event, @Nullable Integer sampleMs) {
    private static final long NANOS_A_MICRO = 1_000;

    /** As speedscope and pprof name it; {@code none} for samples. */
    String name() {
        return sampleMs == null ? event.unit() : "milliseconds";
    }

    /** Stacks in that unit. */
    Map<String, Long> of(Map<String, Long> stacks) {
        return scaled(stacks, sampleMs == null ? 1 : sampleMs, 1);
    }

    /** Behind a number in a flame graph. */
    String words() {
        if (sampleMs != null) {
            return "ms";
        }
        return switch (event) {
            case CPU, WALL -> "samples";
            case ALLOC -> "bytes";
            case LOCK -> "µs";
        };
    }

    /** Stacks in the unit of flame graphs. */
    Map<String, Long> drawn(Map<String, Long> stacks) {
        return event == ProfileEvent.LOCK ? scaled(stacks, 1, NANOS_A_MICRO) : of(stacks);
    }

    private static Map<String, Long> scaled(Map<String, Long> stacks, long times, long by) {
        Map<String, Long> scaled = new LinkedHashMap<>();
        stacks.forEach((stack, weight) -> scaled.put(stack, Math.max(1, weight * times / by)));
        return scaled;
    }
}
