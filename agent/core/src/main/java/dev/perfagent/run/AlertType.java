package dev.perfagent.run;

import org.jspecify.annotations.Nullable;

/** What an alert is about. The keys are those of {@code alerts.yml} and of the run's JSON. */
public enum AlertType {
    PERFORMANCE_DEGRADATION("performance_degradation"),
    PHASE_OVERRUN("phase_overrun"),
    MEMORY_USAGE_HIGH("memory_usage_high"),
    GC_PRESSURE("gc_pressure"),
    API_REQUESTS_HIGH("api_requests_high"),
    API_RATE_LIMIT_WARNING("api_rate_limit_warning"),
    CACHE_HIT_RATE_LOW("cache_hit_rate_low"),
    PROCESSES_HIGH("processes_high"),
    ERROR_RATE("error_rate"),
    MEMORY_AVAILABLE_LOW("memory_available_low"),
    DISK_SPACE_LOW("disk_space_low"),
    CPU_USAGE_HIGH("cpu_usage_high");

    private final String key;

    AlertType(String key) {
        this.key = key;
    }

    /** The name in {@code alerts.yml} and in the run's JSON. */
    public String key() {
        return key;
    }

    /** Whether it is about the machine and not about the run: reported only where {@code alerts.yml} names it. */
    public boolean isOfMachine() {
        return this == MEMORY_AVAILABLE_LOW || this == DISK_SPACE_LOW || this == CPU_USAGE_HIGH;
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
