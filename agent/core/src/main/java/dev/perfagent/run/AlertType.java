package dev.perfagent.run;

import org.jspecify.annotations.Nullable;

/**
 * What an alert is about: its key in {@code alerts.yml} and in the run's JSON, its title, and what {@code alerts.yml} may say
 * about it. A type that is on by default is judged without being named there.
 */
public enum AlertType {
    PERFORMANCE_DEGRADATION("performance_degradation", "PERFORMANCE ALERT", true, "percent", 50.0),
    PHASE_OVERRUN("phase_overrun", "PERFORMANCE ALERT", true, "percent", 150.0),
    MEMORY_USAGE_HIGH("memory_usage_high", "MEMORY ALERT", true, "mb", null),
    GC_PRESSURE("gc_pressure", "MEMORY ALERT", true, "share", null),
    API_REQUESTS_HIGH("api_requests_high", "API USAGE ALERT", true, null, null),
    API_RATE_LIMIT_WARNING("api_rate_limit_warning", "RATE LIMIT ALERT", true, "share", 80.0),
    CACHE_HIT_RATE_LOW("cache_hit_rate_low", "OPTIMIZATION TIP", true, "share", null),
    PROCESSES_HIGH("processes_high", "PROCESS ALERT", true, null, null),
    ERROR_RATE("error_rate", "ERROR ALERT", false, "share", 20.0),
    MEMORY_AVAILABLE_LOW("memory_available_low", "MACHINE ALERT", false, "mb", 500.0),
    DISK_SPACE_LOW("disk_space_low", "MACHINE ALERT", false, "gb", 5.0),
    CPU_USAGE_HIGH("cpu_usage_high", "MACHINE ALERT", false, "percent", 95.0);

    private final String key;
    private final String title;
    private final boolean onByDefault;
    private final @Nullable String thresholdUnit;
    private final @Nullable Double defaultThreshold;

    AlertType(
            String key,
            String title,
            boolean onByDefault,
            @Nullable String thresholdUnit,
            @Nullable Double defaultThreshold) {
        this.key = key;
        this.title = title;
        this.onByDefault = onByDefault;
        this.thresholdUnit = thresholdUnit;
        this.defaultThreshold = defaultThreshold;
    }

    /** The name in {@code alerts.yml} and in the run's JSON. */
    public String key() {
        return key;
    }

    /** What an alert of this type begins with. */
    public String title() {
        return title;
    }

    /** Whether it is judged where {@code alerts.yml} does not name it. */
    public boolean isOnByDefault() {
        return onByDefault;
    }

    /**
     * The unit of the threshold that {@code alerts.yml} may give: {@code percent}, {@code share} (percent, up to 100), {@code mb}
     * or {@code gb}; null where only a command's own limits in {@code benchmarks.yml} count.
     */
    public @Nullable String thresholdUnit() {
        return thresholdUnit;
    }

    /** The threshold where {@code alerts.yml} gives none; null for no threshold. */
    public @Nullable Double defaultThreshold() {
        return defaultThreshold;
    }

    /** The type of that key; null when there is none. */
    public static @Nullable AlertType ofKey(String key) {
        for (AlertType type : values()) {
            if (type.key.equals(key)) {
                return type;
            }
        }
        return null;
    }
}
