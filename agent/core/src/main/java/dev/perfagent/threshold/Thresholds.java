package dev.perfagent.threshold;

/** Everything a run is judged by. */
public record Thresholds(Benchmarks benchmarks, AlertPolicies alerts) {
    /** What holds without any configuration. */
    public static Thresholds standard() {
        return new Thresholds(Benchmarks.NONE, AlertPolicies.standard());
    }
}
