package dev.perfagent.threshold;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code benchmarks.yml} grants one command. What is not in a map is not limited.
 *
 * @param limits in the units of their keys
 * @param phases by phase name
 * @param run the command line with which {@code benchmark} starts it; empty when not given
 */
public record Budget(Map<Limit, Double> limits, Map<String, PhaseBudget> phases, List<String> run) {
    /** No limits. */
    public static final Budget NONE = new Budget(Map.of(), Map.of(), List.of());

    public Budget {
        Map<Limit, Double> copy = new EnumMap<>(Limit.class);
        copy.putAll(limits);
        limits = Collections.unmodifiableMap(copy);
        phases = Map.copyOf(phases);
        run = List.copyOf(run);
    }

    /** Null when there is no such limit. */
    public @Nullable Double limit(Limit limit) {
        return limits.get(limit);
    }

    /** What the command usually takes, in milliseconds; null when not given. */
    public @Nullable Double baselineMs() {
        return limit(Limit.BASELINE_MS);
    }

    /** What it should take, in milliseconds; null when not given. */
    public @Nullable Double targetMs() {
        return limit(Limit.TARGET_MS);
    }

    /** What it may take, in milliseconds; null when not given. */
    public @Nullable Double maxAcceptableMs() {
        return limit(Limit.MAX_ACCEPTABLE_MS);
    }

    /** How much slower than its recent runs it may get, as a part: 0.2 for 20 %. */
    public double tolerance() {
        Double given = limit(Limit.TOLERANCE);
        return given == null ? Spread.TOLERANCE : given;
    }
}
