package dev.perfagent.alert;

import dev.perfagent.run.Alert;
import dev.perfagent.run.AlertType;
import dev.perfagent.run.Severity;
import org.jspecify.annotations.Nullable;

/** Alerts to say. */
final class SampleAlerts {
    static final Alert SLOW = alert(
            AlertType.PERFORMANCE_DEGRADATION,
            "batch",
            3200,
            2000,
            1800.0,
            "ms",
            "Phase 'data_fetching' took 2.1s of 3.2s.");
    static final Alert PHASE = alert(AlertType.PHASE_OVERRUN, "data_fetching", 2100, 1500, null, "ms", "Look at it.");
    static final Alert MEMORY = alert(AlertType.MEMORY_USAGE_HIGH, "batch", 1228.8, 100, null, "mb", "Keep less.");
    static final Alert REQUESTS = alert(AlertType.API_REQUESTS_HIGH, "batch", 62, 50, null, "requests", "Ask less.");
    static final Alert LIMIT = alert(AlertType.API_RATE_LIMIT_WARNING, "core", 0.85, 0.8, null, "ratio", "Wait.");
    static final Alert CACHE = alert(AlertType.CACHE_HIT_RATE_LOW, "fields", 0.45, 0.7, null, "ratio", "Enlarge it.");
    static final Alert API_CACHE = alert(AlertType.CACHE_HIT_RATE_LOW, "API", 0.45, 0.7, null, "ratio", null);

    private SampleAlerts() {}

    static Alert alert(
            AlertType type,
            String subject,
            double current,
            double threshold,
            @Nullable Double baseline,
            String unit,
            @Nullable String tip) {
        return new Alert(type, Severity.WARNING, subject, current, threshold, baseline, unit, tip);
    }
}
