package dev.perfagent.threshold;

import dev.perfagent.run.Cache;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.Measure;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fixed limits on what a run may use. */
final class LimitRules {
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
            if (granted == null || !policy.enabled()) {
                continue;
            }
            if (limit == Limit.MIN_CACHE_HIT_RATE) {
                caches(run, granted, verdicts);
            } else {
                maximum(limit, limit.value(run), granted, run, verdicts);
            }
        }
    }

    /** What {@code alerts.yml} says for every command; null when it is the command's budget alone that counts. */
    private static @Nullable Double general(Limit limit, AlertPolicy policy) {
        Double threshold = policy.threshold();
        if (threshold == null || !limit.isGeneral()) {
            return null;
        }
        return limit.measure().unit().equals("ratio") ? Double.valueOf(threshold / 100) : threshold;
    }

    /** Nothing about a value that the run does not know. */
    private static void maximum(Limit limit, @Nullable Double value, double granted, Run run, List<Verdict> verdicts) {
        if (value != null) {
            verdicts.add(Verdict.maximum(limit.measure(), run.command(), value, granted, null));
        }
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
