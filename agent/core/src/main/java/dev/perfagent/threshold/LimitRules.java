package dev.perfagent.threshold;

import dev.perfagent.run.Cache;
import dev.perfagent.run.Duration;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.Measure;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.ProcessUse;
import dev.perfagent.run.ResourceUsage;
import dev.perfagent.run.Run;
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
            Measure measure = limit.measure();
            AlertPolicy policy = policies.of(measure.type());
            Double granted = budget.limit(limit);
            if (granted == null) {
                granted = general(limit, policy);
            }
            if (measure == Measure.TIME || granted == null || !policy.enabled()) {
                continue;
            }
            if (measure == Measure.CACHE_HIT_RATE) {
                caches(run, granted, verdicts);
                continue;
            }
            Double value = value(measure, run);
            if (value != null) {
                verdicts.add(Verdict.maximum(measure, run.command(), value, granted, null));
            }
        }
    }

    /** What {@code alerts.yml} says for every command; null when it is the command's budget alone that counts. */
    private static @Nullable Double general(Limit limit, AlertPolicy policy) {
        Double threshold = policy.threshold();
        return threshold == null
                ? null
                : switch (limit) {
                    case MAX_HEAP_DELTA_MB -> threshold;
                    case MAX_GC_SHARE, MIN_CACHE_HIT_RATE -> threshold / 100;
                    default -> null;
                };
    }

    /** In the measure's unit; null when the run does not know it. */
    private static @Nullable Double value(Measure measure, Run run) {
        ResourceUsage usage = run.resourceUsage();
        GitHubApi api = run.gitHubApi();
        return switch (measure) {
            case HEAP_GROWTH -> mb(usage.heapDeltaBytes());
            case PEAK_MEMORY -> usage.peakMemoryMb();
            case ALLOCATION -> mb(usage.allocatedBytes());
            case GC_SHARE -> gcShare(run);
            case API_REQUESTS -> api == null ? null : Double.valueOf((double) api.requestsMade());
            case THROTTLED_TIME -> api == null ? null : api.throttledMs();
            case PROCESSES -> processes(run.processes());
            default -> null;
        };
    }

    private static @Nullable Double mb(@Nullable Long bytes) {
        return bytes == null ? null : Double.valueOf(bytes / BYTES_A_MB);
    }

    /** By the whole process, for its collections are counted from its start; under the floor it is none worth telling. */
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
    private static void caches(Run run, double target, List<Verdict> verdicts) {
        if (run.outcome() != Outcome.SUCCESS) {
            return; // what stopped early has looked up little twice
        }
        GitHubApi api = run.gitHubApi();
        if (api != null) {
            cache(Verdict.API_CACHE, api.cacheHits(), api.cacheMisses(), target, verdicts);
        }
        if (run.caches() != null) {
            for (Cache cache : run.caches()) {
                cache(cache.name(), cache.hits(), cache.misses(), target, verdicts);
            }
        }
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
