package dev.perfagent.alert;

import dev.perfagent.run.Alert;
import dev.perfagent.run.Measure;
import dev.perfagent.run.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Alerts to say. */
final class SampleAlerts {
    static final Alert SLOW =
            alert(Measure.TIME, "batch", 3200, 2000, 1800.0, "Phase 'data_fetching' took 2.1s of 3.2s.");
    static final Alert PHASE = alert(Measure.PHASE_TIME, "data_fetching", 2100, 1500, null, "Look at it.");
    static final Alert MEMORY = alert(Measure.HEAP_GROWTH, "batch", 1228.8, 100, null, "Keep less.");
    static final Alert REQUESTS = alert(Measure.API_REQUESTS, "batch", 62, 50, null, "Ask less.");
    static final Alert LIMIT = alert(Measure.RATE_LIMIT, "core", 0.85, 0.8, null, "Wait.");
    static final Alert CACHE = alert(Measure.CACHE_HIT_RATE, "fields", 0.45, 0.7, null, "Enlarge it.");
    static final Alert API_CACHE = alert(Measure.CACHE_HIT_RATE, "API", 0.45, 0.7, null, null);

    private SampleAlerts() {}

    static Alert alert(
            Measure measure,
            String subject,
            double current,
            double threshold,
            @Nullable Double baseline,
            @Nullable String tip) {
        return new Alert(
                measure,
                Severity.WARNING,
                subject,
                current,
                threshold,
                baseline,
                null,
                tip == null ? List.of() : List.of(tip));
    }
}
