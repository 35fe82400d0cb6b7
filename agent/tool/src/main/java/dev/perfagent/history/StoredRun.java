package dev.perfagent.history;

import dev.perfagent.run.AgentCost;
import dev.perfagent.run.Cache;
import dev.perfagent.run.Contention;
import dev.perfagent.run.Duration;
import dev.perfagent.run.Failure;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.HttpHost;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Phase;
import dev.perfagent.run.ProcessUse;
import dev.perfagent.run.ResourceUsage;
import dev.perfagent.threshold.RecentTimes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run of the history, parsed in full, for questions about many runs. What the record does not say, or says in a way that
 * makes no sense, is null, NaN, or an empty text or list as said here; never a made-up 0. The field names are those of
 * docs/run-format.md.
 *
 * <p>An entry of a list whose own count is not recorded is left out; of those that are there, secondary counts (errors, repeated,
 * pages, failures) that are not recorded count as none. Texts that repeat, such as the command's, are shared between runs.
 *
 * @param id unique, sorts by start
 * @param end null when not recorded
 * @param application empty when not recorded
 * @param command empty when not recorded
 * @param outcome null when not recorded
 * @param exitCode null when it could not be known
 * @param duration {@code totalMs}, and {@code ms} and {@code selfMs} of phases, are NaN when not recorded
 * @param gitHubApi null when no request went to GitHub or it was not observed
 * @param http null when not observed
 * @param caches null when not observed
 * @param processes null when not observed
 * @param context labels and captured values: Long, Double, Boolean or String
 */
public record StoredRun(
        String id,
        Instant start,
        @Nullable Instant end,
        String application,
        @Nullable String applicationVersion,
        String command,
        List<String> options,
        @Nullable Outcome outcome,
        @Nullable Integer exitCode,
        @Nullable Failure error,
        Duration duration,
        ResourceUsage resourceUsage,
        @Nullable GitHubApi gitHubApi,
        @Nullable List<HttpHost> http,
        @Nullable List<Cache> caches,
        @Nullable List<ProcessUse> processes,
        Map<String, Object> context,
        StoredValues<EnvironmentField> environment,
        StoredValues<CostField> self,
        List<StoredValues<AlertField>> alerts) {
    /** The time of the command, in ms; NaN when not recorded. */
    public double totalMs() {
        return duration.totalMs();
    }

    /** Whether it ended well. */
    public boolean succeeded() {
        return outcome == Outcome.SUCCESS;
    }

    /** Whether its process went away without an orderly end; its durations end where it was last seen. */
    public boolean killed() {
        return outcome == Outcome.KILLED;
    }

    /** Whether classes were woven in it, which takes time that other runs do not take; false when not recorded. */
    public boolean cold() {
        return AgentCost.COLD.equals(plan());
    }

    /** {@link AgentCost#COLD} or {@link AgentCost#WARM}; null when not recorded. */
    public @Nullable String plan() {
        return self.text(CostField.PLAN);
    }

    /** Equal for runs whose durations may be compared; empty when not recorded. */
    public String fingerprint() {
        return environment.text(EnvironmentField.FINGERPRINT, "");
    }

    /** Which part of its time the command waited for a CPU, 0 to 1; null when not recorded. */
    public @Nullable Double machineShare() {
        Double waitMs = resourceUsage.contention().cpuWaitMs();
        return waitMs == null || !(totalMs() > 0) ? null : (Double) Math.max(0, Math.min(1, waitMs / totalMs()));
    }

    /** CPU time of the application as verdicts take it, in ms: without the JVM's own threads. Null when not recorded. */
    public @Nullable Double applicationCpuMs() {
        Double all = resourceUsage.cpuTimeMs();
        Contention contention = resourceUsage.contention();
        Double jvm = contention.jvmCpuMs();
        return all == null || jvm == null
                ? null
                : (Double) RecentTimes.applicationMs(all, jvm, RecentTimes.known(contention.threadCpuMs()));
    }

    /** All the time spent in a phase; null when it was not entered. */
    public @Nullable Phase phase(String name) {
        for (Phase phase : duration.phases()) {
            if (phase.name().equals(name)) {
                return phase;
            }
        }
        return null;
    }

    /**
     * Hits by look-ups, 0 to 1: of the HTTP cache before the GitHub API where one was seen, else of all in-process caches
     * together; null when there was no look-up.
     */
    public @Nullable Double cacheHitRate() {
        Long apiHits = gitHubApi == null ? null : gitHubApi.cacheHits();
        Long apiMisses = gitHubApi == null ? null : gitHubApi.cacheMisses();
        if (apiHits != null && apiMisses != null && apiHits + apiMisses > 0) {
            return apiHits.doubleValue() / (apiHits + apiMisses);
        }
        long hits = 0;
        long lookUps = 0;
        for (Cache cache : caches == null ? List.<Cache>of() : caches) {
            Long hit = cache.hits();
            Long missed = cache.misses();
            if (hit != null && missed != null) {
                hits += hit;
                lookUps += hit + missed;
            }
        }
        return lookUps <= 0 ? null : (Double) ((double) hits / lookUps);
    }
}
