package dev.perfagent.threshold;

/** Everything a run is judged by, and what then happens. */
public record Thresholds(Benchmarks benchmarks, AlertPolicies alerts, Notification notification) {
    /** What holds without any configuration. */
    public static Thresholds standard() {
        return new Thresholds(Benchmarks.NONE, AlertPolicies.standard(), Notification.STANDARD);
    }
}
