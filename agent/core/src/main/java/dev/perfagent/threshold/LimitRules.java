package dev.perfagent.threshold;

import dev.perfagent.run.Cache;
import dev.perfagent.run.Duration;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.Measure;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.ProcessUse;
import dev.perfagent.run.ResourceUsage;
import dev.perfagent.run.Run;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fixed limits on what a run may use. */
final class LimitRules {
    static final double BYTES_A_MB = 1024 * 1024;

    /**
     * Fewer look-ups say nothing of a cache: every key has to miss once, and of, say, ten look-ups those first misses alone
     * are most. At 20 one look-up moves the rate by five points, which is as fine as targets are written.
     */
    static final long LEAST_LOOKUPS = 20;

    private LimitRules() {}

    /** Judges everything but time that has a limit, the command's own before the general one. */
    static void judge(Run run, Budget budget, AlertPolicies policies, List<Verdict> verdicts) {
        for (Limit limit : Limit.values()) {
            AlertPolicy policy = policies.of(limit.measure().type());
            Double own = budget.limit(limit);
            Double granted = own == null ? general(limit, policy) : own;
            if (granted != null && policy.enabled()) {
                verdicts.addAll(verdicts(limit, granted, run));
            }
        }
    }

    /** What {@code alerts.yml} says for every command; null when it is the command's budget alone that counts. */
    private static @Nullable Double general(Limit limit, AlertPolicy policy) {
        Double threshold = policy.threshold();
        return switch (limit) {
            case MAX_HEAP_DELTA_MB -> threshold;
            case MAX_GC_SHARE, MIN_CACHE_HIT_RATE -> threshold == null ? null : Double.valueOf(threshold / 100);
            case BASELINE_MS,
                    TARGET_MS,
                    MAX_ACCEPTABLE_MS,
                    TOLERANCE,
                    MAX_PEAK_MEMORY_MB,
                    MAX_ALLOCATED_MB,
                    MAX_API_REQUESTS,
                    MAX_THROTTLED_MS,
                    MAX_PROCESSES -> null;
        };
    }

    /** A new limit does not compile until it is said here how it is judged. */
    private static List<Verdict> verdicts(Limit limit, double granted, Run run) {
        ResourceUsage usage = run.resourceUsage();
        GitHubApi api = run.gitHubApi();
        return switch (limit) {
            case BASELINE_MS, TARGET_MS, MAX_ACCEPTABLE_MS, TOLERANCE -> List.of(); // TimeRules
            case MAX_HEAP_DELTA_MB -> maximum(limit, mb(usage.heapDeltaBytes()), granted, run);
            case MAX_PEAK_MEMORY_MB -> maximum(limit, usage.peakMemoryMb(), granted, run);
            case MAX_ALLOCATED_MB -> maximum(limit, mb(usage.allocatedBytes()), granted, run);
            case MAX_GC_SHARE -> maximum(limit, gcShare(run), granted, run);
            case MAX_API_REQUESTS ->
                maximum(limit, api == null ? null : Double.valueOf((double) api.requestsMade()), granted, run);
            case MAX_THROTTLED_MS -> maximum(limit, api == null ? null : api.throttledMs(), granted, run);
            case MIN_CACHE_HIT_RATE -> caches(run, granted);
            case MAX_PROCESSES -> maximum(limit, processes(run.processes()), granted, run);
        };
    }

    /** None of a value that the run does not know. */
    private static List<Verdict> maximum(Limit limit, @Nullable Double value, double granted, Run run) {
        return value == null
                ? List.of()
                : List.of(Verdict.maximum(limit.measure(), run.command(), value, granted, null));
    }

    private static @Nullable Double mb(@Nullable Long bytes) {
        return bytes == null ? null : Double.valueOf(bytes / BYTES_A_MB);
    }

    /**
     * By the whole process, because its collections are counted from its start; what is under the floor is not worth reporting.
     */
    private static @Nullable Double gcShare(Run run) {
        Double ms = run.resourceUsage().gcMs();
        Duration duration = run.duration();
        double wall = duration.processMs() == null ? duration.totalMs() : duration.processMs();
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

    /** The run's caches, and the HTTP cache in front of the GitHub API. Never critical: it only costs time. */
    private static List<Verdict> caches(Run run, double target) {
        if (run.outcome() != Outcome.SUCCESS) {
            return List.of(); // what stopped early has looked up little twice
        }
        List<Verdict> verdicts = new ArrayList<>();
        GitHubApi api = run.gitHubApi();
        if (api != null) {
            cache(Verdict.API_CACHE, api.cacheHits(), api.cacheMisses(), target, verdicts);
        }
        if (run.caches() != null) {
            for (Cache cache : run.caches()) {
                cache(cache.name(), cache.hits(), cache.misses(), target, verdicts);
            }
        }
        return verdicts;
    }

    private static void cache(
            String name, @Nullable Long hits, @Nullable Long misses, double target, List<Verdict> verdicts) {
        if (hits == null || misses == null || hits + misses < LEAST_LOOKUPS) {
            return;
        }
        double rate = (double) hits / (hits + misses);
        Result result = rate < target ? Result.WARNING : Result.OK;
        verdicts.add(Verdict.single(Measure.CACHE_HIT_RATE, name, VerdictRule.MAXIMUM, rate, target, null, result));
    }
}
