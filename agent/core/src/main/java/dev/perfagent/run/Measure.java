package dev.perfagent.run;

/**
 * What is measured and judged: its key in the run's JSON, the type of alert it leads to, its unit, and the words of the alert:
 * what has it, what of that is within its limit, and what is said when it is not.
 */
public enum Measure {
    /** How long the command took. */
    TIME(
            "time",
            AlertType.PERFORMANCE_DEGRADATION,
            "ms",
            "Command",
            "execution time",
            "execution time exceeded threshold"),
    /** CPU time of the application: of all its threads, without the JVM's own. */
    CPU_TIME(
            "cpu_time",
            AlertType.PERFORMANCE_DEGRADATION,
            "ms",
            "Command",
            "CPU time",
            "used more CPU time than before"),
    /** How long a phase took. */
    PHASE_TIME("phase_time", AlertType.PHASE_OVERRUN, "ms", "Phase", "time", "took longer than its target"),
    /** Heap in use at the end less that at the start. */
    HEAP_GROWTH(
            "heap_growth",
            AlertType.MEMORY_USAGE_HIGH,
            "mb",
            "Command",
            "heap growth",
            "grew the heap beyond its threshold"),
    /** The largest heap in use. */
    PEAK_MEMORY(
            "peak_memory",
            AlertType.MEMORY_USAGE_HIGH,
            "mb",
            "Command",
            "heap in use",
            "used more heap at once than its limit"),
    /** All that was allocated, garbage too. */
    ALLOCATION(
            "allocation", AlertType.MEMORY_USAGE_HIGH, "mb", "Command", "allocation", "allocated more than its limit"),
    /** Garbage collection by the time of the process. */
    GC_SHARE(
            "gc_share",
            AlertType.GC_PRESSURE,
            "ratio",
            "Command",
            "share of garbage collection",
            "spent too much of its time on garbage collection"),
    /** Requests to the GitHub API. */
    API_REQUESTS(
            "api_requests",
            AlertType.API_REQUESTS_HIGH,
            "requests",
            "Command",
            "number of GitHub requests",
            "made more GitHub requests than its limit"),
    /** The used share of a GitHub rate limit. */
    RATE_LIMIT("rate_limit", AlertType.API_RATE_LIMIT_WARNING, "ratio", "GitHub rate limit", "", "is nearly used up"),
    /** Time lost to rate limits. */
    THROTTLED_TIME(
            "throttled_time",
            AlertType.API_RATE_LIMIT_WARNING,
            "ms",
            "Command",
            "time waited for GitHub",
            "waited long for GitHub's rate limit"),
    /** Hits by look-ups of a cache; the one measure of which less is worse, beside what the machine has left. */
    CACHE_HIT_RATE("cache_hit_rate", AlertType.CACHE_HIT_RATE_LOW, "ratio", "Cache", "hit rate", "hit rate is"),
    /** Child processes started. */
    PROCESSES(
            "processes",
            AlertType.PROCESSES_HIGH,
            "processes",
            "Command",
            "number of processes",
            "started more processes than its limit"),
    /** The share of failed runs among the recent ones. */
    ERROR_RATE("error_rate", AlertType.ERROR_RATE, "ratio", "Command", "error rate", "fails too often"),
    /** Memory that the machine could still give. */
    AVAILABLE_MEMORY(
            "available_memory",
            AlertType.MEMORY_AVAILABLE_LOW,
            "mb",
            "",
            "Available memory",
            "Little memory is available"),
    /** Space left on the disk of the working folder. */
    DISK_SPACE("disk_space", AlertType.DISK_SPACE_LOW, "mb", "", "Disk space", "Little disk space is left"),
    /** Load of the last minute by processors. */
    CPU_USAGE("cpu_usage", AlertType.CPU_USAGE_HIGH, "ratio", "", "Load of the processors", "The processors are busy");

    private final String key;
    private final AlertType type;
    private final String unit;
    private final String owner;
    private final String quantity;
    private final String complaint;

    Measure(String key, AlertType type, String unit, String owner, String quantity, String complaint) {
        this.key = key;
        this.type = type;
        this.unit = unit;
        this.owner = owner;
        this.quantity = quantity;
        this.complaint = complaint;
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

    /** What the alert's subject is, such as {@code Command}; empty for the machine. */
    public String owner() {
        return owner;
    }

    /** What of the subject is within its limit again when the alert is over; may be empty. */
    public String quantity() {
        return quantity;
    }

    /** What the alert says about the subject. */
    public String complaint() {
        return complaint;
    }

    /** Whether a limit is broken from below. */
    public boolean lessIsWorse() {
        return this == CACHE_HIT_RATE || this == AVAILABLE_MEMORY || this == DISK_SPACE;
    }
}
