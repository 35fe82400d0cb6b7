package dev.perfagent.threshold;

import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.Measure;
import dev.perfagent.run.ProcessUse;
import dev.perfagent.run.ResourceUsage;
import dev.perfagent.run.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The limits that {@code benchmarks.yml} knows for a command, and what of a run each is about. */
public enum Limit {
    /** What it usually takes; rated good up to here. */
    BASELINE_MS("baseline_ms", Measure.TIME, false),
    /** What it should take; rated excellent up to here. */
    TARGET_MS("target_ms", Measure.TIME, false),
    /** What it may take; rated acceptable up to here. */
    MAX_ACCEPTABLE_MS("max_acceptable_ms", Measure.TIME, false),
    /** How much slower than its recent runs it may get, as a part: a ratio from 0.01 to 1. */
    TOLERANCE("tolerance", Measure.TIME, false),
    MAX_HEAP_DELTA_MB("max_heap_delta_mb", Measure.HEAP_GROWTH, true),
    MAX_PEAK_MEMORY_MB("max_peak_memory_mb", Measure.PEAK_MEMORY, false),
    MAX_ALLOCATED_MB("max_allocated_mb", Measure.ALLOCATION, false),
    /** A ratio from 0 to 1. */
    MAX_GC_SHARE("max_gc_share", Measure.GC_SHARE, true),
    MAX_API_REQUESTS("max_api_requests", Measure.API_REQUESTS, false),
    MAX_THROTTLED_MS("max_throttled_ms", Measure.THROTTLED_TIME, false),
    /** A ratio from 0 to 1. */
    MIN_CACHE_HIT_RATE("min_cache_hit_rate", Measure.CACHE_HIT_RATE, true),
    MAX_PROCESSES("max_processes", Measure.PROCESSES, false);

    private static final double BYTES_A_MB = 1024 * 1024;

    private final String key;
    private final Measure measure;
    private final boolean general;

    Limit(String key, Measure measure, boolean general) {
        this.key = key;
        this.measure = measure;
        this.general = general;
    }

    /** The name in {@code benchmarks.yml}. */
    public String key() {
        return key;
    }

    /** What it limits. */
    public Measure measure() {
        return measure;
    }

    /** Whether the threshold of its type in {@code alerts.yml} is this limit for commands that have none of their own. */
    boolean isGeneral() {
        return general;
    }

    /**
     * What the run has of it; null when the run does not know, and for limits that have rules of their own. A new limit does not
     * compile until it is said here.
     */
    @Nullable
    Double value(Run run) {
        ResourceUsage usage = run.resourceUsage();
        GitHubApi api = run.gitHubApi();
        return switch (this) {
            case BASELINE_MS, TARGET_MS, MAX_ACCEPTABLE_MS, TOLERANCE -> null; // TimeRules
            case MIN_CACHE_HIT_RATE -> null; // LimitRules, for each cache
            case MAX_HEAP_DELTA_MB -> mb(usage.heapDeltaBytes());
            case MAX_PEAK_MEMORY_MB -> usage.peakMemoryMb();
            case MAX_ALLOCATED_MB -> mb(usage.allocatedBytes());
            case MAX_GC_SHARE -> gcShare(run);
            case MAX_API_REQUESTS -> api == null ? null : Double.valueOf((double) api.requestsMade());
            case MAX_THROTTLED_MS -> api == null ? null : api.throttledMs();
            case MAX_PROCESSES -> processes(run.processes());
        };
    }

    private static @Nullable Double mb(@Nullable Long bytes) {
        return bytes == null ? null : Double.valueOf(bytes / BYTES_A_MB);
    }

    /** What is under the floor is not worth reporting. */
    private static @Nullable Double gcShare(Run run) {
        Double ms = run.resourceUsage().gcMs();
        double wall = run.duration().countedMs();
        if (ms == null || wall <= 0) {
            return null;
        }
        return ms < ComparedTime.FLOOR_MS ? 0 : Math.min(1, ms / wall);
    }

    private static @Nullable Double processes(@Nullable List<ProcessUse> processes) {
        if (processes == null) {
            return null;
        }
        double count = 0;
        for (ProcessUse process : processes) {
            count += process.count();
        }
        return count;
    }
}
