package dev.perfagent.threshold;

import dev.perfagent.run.Measure;

/** The limits that {@code benchmarks.yml} knows for a command. */
public enum Limit {
    /** What it usually takes; rated good up to here. */
    BASELINE_MS("baseline_ms", Measure.TIME),
    /** What it should take; rated excellent up to here. */
    TARGET_MS("target_ms", Measure.TIME),
    /** What it may take; rated acceptable up to here. */
    MAX_ACCEPTABLE_MS("max_acceptable_ms", Measure.TIME),
    /** How much slower than its recent runs it may get, as a part: a ratio from 0.01 to 1. */
    TOLERANCE("tolerance", Measure.TIME),
    MAX_HEAP_DELTA_MB("max_heap_delta_mb", Measure.HEAP_GROWTH),
    MAX_PEAK_MEMORY_MB("max_peak_memory_mb", Measure.PEAK_MEMORY),
    MAX_ALLOCATED_MB("max_allocated_mb", Measure.ALLOCATION),
    /** A ratio from 0 to 1. */
    MAX_GC_SHARE("max_gc_share", Measure.GC_SHARE),
    MAX_API_REQUESTS("max_api_requests", Measure.API_REQUESTS),
    MAX_THROTTLED_MS("max_throttled_ms", Measure.THROTTLED_TIME),
    /** A ratio from 0 to 1. */
    MIN_CACHE_HIT_RATE("min_cache_hit_rate", Measure.CACHE_HIT_RATE),
    MAX_PROCESSES("max_processes", Measure.PROCESSES);

    private final String key;
    private final Measure measure;

    Limit(String key, Measure measure) {
        this.key = key;
        this.measure = measure;
    }

    /** The name in {@code benchmarks.yml}. */
    public String key() {
        return key;
    }

    /** What it limits. */
    public Measure measure() {
        return measure;
    }
}
