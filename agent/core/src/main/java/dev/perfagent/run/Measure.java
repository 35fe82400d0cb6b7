package dev.perfagent.run;

/** What is measured and judged, with the type of alert it leads to and its unit. The keys are those of the run's JSON. */
public enum Measure {
    /** How long the command took. */
    TIME("time", AlertType.PERFORMANCE_DEGRADATION, "ms"),
    /** CPU time of the application: of all its threads, without the JVM's own. */
    CPU_TIME("cpu_time", AlertType.PERFORMANCE_DEGRADATION, "ms"),
    /** How long a phase took. */
    PHASE_TIME("phase_time", AlertType.PHASE_OVERRUN, "ms"),
    /** Heap in use at the end less that at the start. */
    HEAP_GROWTH("heap_growth", AlertType.MEMORY_USAGE_HIGH, "mb"),
    /** The largest heap in use. */
    PEAK_MEMORY("peak_memory", AlertType.MEMORY_USAGE_HIGH, "mb"),
    /** All that was allocated, garbage too. */
    ALLOCATION("allocation", AlertType.MEMORY_USAGE_HIGH, "mb"),
    /** Garbage collection by the time of the process. */
    GC_SHARE("gc_share", AlertType.GC_PRESSURE, "ratio"),
    /** Requests to the GitHub API. */
    API_REQUESTS("api_requests", AlertType.API_REQUESTS_HIGH, "requests"),
    /** The used share of a GitHub rate limit. */
    RATE_LIMIT("rate_limit", AlertType.API_RATE_LIMIT_WARNING, "ratio"),
    /** Time lost to rate limits. */
    THROTTLED_TIME("throttled_time", AlertType.API_RATE_LIMIT_WARNING, "ms"),
    /** Hits by look-ups of a cache; the one measure of which less is worse, beside what the machine has left. */
    CACHE_HIT_RATE("cache_hit_rate", AlertType.CACHE_HIT_RATE_LOW, "ratio"),
    /** Child processes started. */
    PROCESSES("processes", AlertType.PROCESSES_HIGH, "processes"),
    /** The share of failed runs among the recent ones. */
    ERROR_RATE("error_rate", AlertType.ERROR_RATE, "ratio"),
    /** Memory that the machine could still give. */
    AVAILABLE_MEMORY("available_memory", AlertType.MEMORY_AVAILABLE_LOW, "mb"),
    /** Space left on the disk of the working folder. */
    DISK_SPACE("disk_space", AlertType.DISK_SPACE_LOW, "mb"),
    /** Load of the last minute by processors. */
    CPU_USAGE("cpu_usage", AlertType.CPU_USAGE_HIGH, "ratio");

    private final String key;
    private final AlertType type;
    private final String unit;

    Measure(String key, AlertType type, String unit) {
        this.key = key;
        this.type = type;
        this.unit = unit;
    }

    /** The name in the run's JSON. */
    public String key() {
        return key;
    }

    /** The type of the alert that reports it. */
    public AlertType type() {
        return type;
    }

    /** {@code ms}, {@code mb}, {@code requests}, {@code processes} or {@code ratio} (0 to 1). */
    public String unit() {
        return unit;
    }

    /** Whether a limit is broken from below. */
    public boolean lessIsWorse() {
        return this == CACHE_HIT_RATE || this == AVAILABLE_MEMORY || this == DISK_SPACE;
    }
}
