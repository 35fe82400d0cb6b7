package dev.perfagent.threshold;

import dev.perfagent.run.Alert;
import dev.perfagent.run.AlertType;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Run;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says which limits a run broke. Pure: what it knows is handed to it.
 *
 * <p>A run that did not succeed stopped somewhere, so its time, phases and hit rates compare with nothing; for it only the
 * fixed maxima and GitHub's rate limits are judged: those it broke all the same.
 *
 * <p>A rule is called only when there is a limit for it: its class is one less to load in a run without.
 */
public final class Judge {
    /** The subject of an alert about the HTTP cache in front of the GitHub API, which has no name of its own. */
    public static final String API_CACHE = "API";

    private Judge() {}

    /**
     * The alerts of a run, ordered as {@link AlertType}.
     *
     * @param recentMs total times of the previous successful runs of the same command and fingerprint, newest first
     */
    public static List<Alert> judge(Run run, Benchmarks benchmarks, AlertPolicies policies, List<Double> recentMs) {
        List<Alert> alerts = new ArrayList<>();
        Budget budget = benchmarks.budget(run.command());
        boolean comparable = run.outcome() == Outcome.SUCCESS;
        if (benchmarks.commands().containsKey(run.command())) {
            AlertPolicy time = policies.of(AlertType.PERFORMANCE_DEGRADATION);
            if (time.enabled()) {
                TimeRules.command(run, budget, benchmarks.scenarios(), time, recentMs, alerts);
            }
            AlertPolicy phase = policies.of(AlertType.PHASE_OVERRUN);
            if (phase.enabled() && comparable) {
                TimeRules.phases(run, budget, phase, alerts);
            }
        }
        AlertPolicy memory = policies.of(AlertType.MEMORY_USAGE_HIGH);
        Double heapMb = budget.limit(Limit.MAX_HEAP_DELTA_MB) == null
                ? memory.threshold()
                : budget.limit(Limit.MAX_HEAP_DELTA_MB);
        if (memory.enabled() && heapMb != null) {
            UseRules.memory(run, heapMb, alerts);
        }
        if (run.gitHubApi() != null) {
            Double requests = budget.limit(Limit.MAX_API_REQUESTS);
            if (policies.of(AlertType.API_REQUESTS_HIGH).enabled() && requests != null) {
                UseRules.requests(run, run.gitHubApi(), requests.longValue(), alerts);
            }
            AlertPolicy rate = policies.of(AlertType.API_RATE_LIMIT_WARNING);
            if (rate.enabled()) {
                RateLimitRule.judge(run, run.gitHubApi(), rate, alerts);
            }
        }
        AlertPolicy cache = policies.of(AlertType.CACHE_HIT_RATE_LOW);
        Double hitRate = budget.limit(Limit.MIN_CACHE_HIT_RATE) == null
                ? percent(cache.threshold())
                : budget.limit(Limit.MIN_CACHE_HIT_RATE);
        if (cache.enabled() && comparable && hitRate != null) {
            CacheRule.judge(run, hitRate, alerts);
        }
        return alerts;
    }

    private static @Nullable Double percent(@Nullable Double percentage) {
        return percentage == null ? null : percentage / 100;
    }

    /**
     * How the run did: excellent up to the target, good up to the baseline, acceptable up to the maximum, poor above it; null
     * when the budget lacks the figure that would decide.
     */
    public static @Nullable Rating rate(Run run, Budget budget) {
        double totalMs = run.duration().totalMs();
        for (Rating rating : Rating.values()) {
            Double bound = TimeRules.bound(rating, budget);
            if (bound != null && totalMs <= bound) {
                return rating;
            }
        }
        return budget.maxAcceptableMs() == null ? null : Rating.POOR;
    }

    /** Target by actual time, at most 1; null without a target. */
    public static @Nullable Double score(Run run, Budget budget) {
        Double target = budget.targetMs();
        if (target == null) {
            return null;
        }
        double totalMs = run.duration().totalMs();
        return totalMs <= target ? 1.0 : target / totalMs;
    }
}
