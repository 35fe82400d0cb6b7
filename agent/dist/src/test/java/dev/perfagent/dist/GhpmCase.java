package dev.perfagent.dist;

import java.util.ArrayList;
import java.util.List;

/** A command of the sample under one of its scenarios, on a JDK. */
record GhpmCase(Jdk jdk, String command, String scenario) {
    static final String CLEAN = "clean";
    static final String SLOW = "slow";
    static final String MEMORY_HUNGRY = "memory-hungry";
    static final String POOR_CACHE = "poor-cache";
    static final String NEAR_RATE_LIMIT = "near-rate-limit";
    static final String EXHAUSTED = "exhausted";
    static final String SETUP = "setup-complete";
    static final String BATCH = "batch";

    /** What the scenario {@code slow} holds each answer back for. */
    static final double LATENCY_MS = 200;

    static final String RATE_LIMITED = "rate-limited";

    /**
     * For {@code @MethodSource}: each scenario and each command on the JDK of the tests. On all others the command that does
     * most: cold, warm to a good end, and to the other one. Those that wait come last, because {@link GhpmRun} runs them beside
     * the others.
     */
    static List<GhpmCase> all() {
        List<GhpmCase> cases = new ArrayList<>();
        for (Jdk jdk : Jdk.all()) {
            cases.add(new GhpmCase(jdk, BATCH, CLEAN));
            cases.add(new GhpmCase(jdk, BATCH, NEAR_RATE_LIMIT));
            cases.add(new GhpmCase(jdk, BATCH, EXHAUSTED));
        }
        for (String scenario : List.of(MEMORY_HUNGRY, POOR_CACHE)) {
            cases.add(new GhpmCase(Jdk.own(), BATCH, scenario));
        }
        cases.add(new GhpmCase(Jdk.own(), "status", CLEAN));
        cases.add(new GhpmCase(Jdk.own(), SETUP, CLEAN));
        cases.add(new GhpmCase(Jdk.own(), SETUP, EXHAUSTED));
        cases.addAll(waiting());
        return cases;
    }

    /** Those that wait for their server most of the time. */
    static List<GhpmCase> waiting() {
        return List.of(
                new GhpmCase(Jdk.own(), BATCH, SLOW),
                new GhpmCase(Jdk.own(), SETUP, SLOW),
                new GhpmCase(Jdk.own(), BATCH, RATE_LIMITED));
    }

    boolean isExhausted() {
        return scenario.equals(EXHAUSTED);
    }

    /** What is left of the rate limit at the start. */
    int remainingBefore() {
        return switch (scenario) {
            case NEAR_RATE_LIMIT -> 700;
            case EXHAUSTED -> 6;
            default -> 5000;
        };
    }

    /** The phases that it gets to, in their order. */
    List<String> phases() {
        List<String> phases = new ArrayList<>(List.of("initialization", "authentication", "data_fetching"));
        boolean fetches = command.equals(SETUP) || !isExhausted();
        if (fetches) {
            phases.add("processing");
        }
        if (fetches && !command.equals("status")) {
            phases.add("updating");
        }
        if (!isExhausted()) {
            phases.add("output_generation");
        }
        return phases;
    }

    /** The alerts that it deserves when the limits on time are those of {@link TestConfig}. */
    List<String> alerts() {
        boolean hasTasks = !command.equals(SETUP);
        return switch (scenario) {
            case SLOW ->
                hasTasks ? List.of("performance_degradation", "phase_overrun") : List.of("performance_degradation");
            case MEMORY_HUNGRY -> hasTasks ? List.of("memory_usage_high") : List.of();
            case POOR_CACHE -> hasTasks ? List.of("cache_hit_rate_low") : List.of();
            case NEAR_RATE_LIMIT, EXHAUSTED -> List.of("api_rate_limit_warning");
            default -> List.of();
        };
    }

    @Override
    public String toString() {
        return jdk + " " + command + " " + scenario;
    }
}
