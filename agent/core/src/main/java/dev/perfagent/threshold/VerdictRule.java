package dev.perfagent.threshold;

/** What a value is judged against. The order is that of hardness: of several broken rules the first is reported. */
public enum VerdictRule {
    /** A fixed limit of {@code benchmarks.yml} or {@code alerts.yml}, the user's own word. */
    MAXIMUM("limit"),
    /** The rating that a scenario asks for. */
    SCENARIO("scenario"),
    /** A percentage over the command's {@code baseline_ms}. */
    BASELINE("baseline"),
    /** A percentage of the phase's {@code target_ms}. */
    TARGET("target"),
    /** The recent runs of the same command, version and fingerprint. */
    RECENT_RUNS("recent runs"),
    /** Those of the version before, as long as the new one has too few. */
    PREVIOUS_VERSION("previous version");

    private final String text;

    VerdictRule(String text) {
        this.text = text;
    }

    /** The name in JSON and in text. */
    public String text() {
        return text;
    }

    /** Whether the evidence is in the durations of earlier runs. */
    boolean looksBack() {
        return this == BASELINE || this == RECENT_RUNS || this == PREVIOUS_VERSION;
    }
}
