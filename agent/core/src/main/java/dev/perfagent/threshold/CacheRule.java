package dev.perfagent.threshold;

import dev.perfagent.run.Alert;
import dev.perfagent.run.AlertType;
import dev.perfagent.run.Cache;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.Measure;
import dev.perfagent.run.Run;
import dev.perfagent.run.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hit rates of the run's caches and of the HTTP cache in front of the GitHub API. Never critical: it only costs time. */
final class CacheRule {
    /**
     * Fewer look-ups say nothing of a cache: every key has to miss once, and of, say, ten look-ups those first misses alone
     * are most. At 20 one look-up moves the rate by five points, which is as fine as targets are written.
     */
    static final long LEAST_LOOKUPS = 20;

    private CacheRule() {}

    static void judge(Run run, double target, List<Alert> alerts) {
        GitHubApi api = run.gitHubApi();
        if (api != null) {
            judge(Judge.API_CACHE, api.cacheHits(), api.cacheMisses(), target, run, alerts);
        }
        if (run.caches() != null) {
            for (Cache cache : run.caches()) {
                judge(cache.name(), cache.hits(), cache.misses(), target, run, alerts);
            }
        }
    }

    private static void judge(
            String name, @Nullable Long hits, @Nullable Long misses, double target, Run run, List<Alert> alerts) {
        if (hits == null || misses == null || hits + misses < LEAST_LOOKUPS) {
            return;
        }
        double rate = (double) hits / (hits + misses);
        if (rate < target) {
            alerts.add(new Alert(
                    Measure.CACHE_HIT_RATE,
                    Severity.WARNING,
                    name,
                    rate,
                    target,
                    null,
                    null,
                    List.of(Tips.of(AlertType.CACHE_HIT_RATE_LOW, name, run))));
        }
    }
}
