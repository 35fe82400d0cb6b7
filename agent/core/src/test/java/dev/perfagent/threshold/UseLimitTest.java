package dev.perfagent.threshold;

import static dev.perfagent.threshold.JudgedRun.benchmarks;
import static dev.perfagent.threshold.JudgedRun.budget;
import static dev.perfagent.threshold.JudgedRun.cache;
import static dev.perfagent.threshold.JudgedRun.phase;
import static dev.perfagent.threshold.JudgedRun.requests;
import static dev.perfagent.threshold.JudgedRun.took;
import static dev.perfagent.threshold.JudgedRun.usage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.Alert;
import dev.perfagent.run.AlertType;
import dev.perfagent.run.Cache;
import dev.perfagent.run.Contention;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.Measure;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.ProcessUse;
import dev.perfagent.run.RateLimit;
import dev.perfagent.run.ResourceUsage;
import dev.perfagent.run.Severity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UseLimitTest {
    private static final long MB = 1024 * 1024;

    @ParameterizedTest
    @CsvSource({"104857600, ", "104857601, WARNING", "157286400, WARNING", "157286401, CRITICAL"})
    void theHeapMayGrowUpToTheLimit(long bytes, String severity) {
        List<Alert> alerts = judge(took(10).used(usage(bytes, null, null, null)), limits(100.0, null, null));

        assertThat(alerts).hasSize(severity == null ? 0 : 1);
        if (severity != null) {
            assertThat(alerts.get(0).type()).isEqualTo(AlertType.MEMORY_USAGE_HIGH);
            assertThat(alerts.get(0).severity()).isEqualTo(Severity.valueOf(severity));
            assertThat(alerts.get(0).unit()).isEqualTo("mb");
            assertThat(alerts.get(0).threshold()).isEqualTo(100);
        }
    }

    @Test
    void theCommandsOwnHeapLimitCountsBeforeThePolicys() {
        AlertPolicies fifty = with(AlertType.MEMORY_USAGE_HIGH, new AlertPolicy(true, 50.0, 1, Set.of()));
        JudgedRun run = took(10).used(usage(80 * MB, null, null, null));

        assertThat(Judged.alerts(run, benchmarks(limits(100.0, null, null)), fifty))
                .isEmpty();
        assertThat(Judged.alerts(run, Benchmarks.NONE, fifty)).hasSize(1);
        assertThat(judge(run, Budget.NONE)).isEmpty();
        assertThat(judge(took(10), limits(0.0, null, null))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"49, ", "50, ", "51, WARNING", "75, WARNING", "76, CRITICAL"})
    void requestsMayBeAsManyAsGranted(long made, String severity) {
        List<Alert> alerts = judge(took(10).called(requests(made)), limits(null, 50L, null));

        assertThat(alerts).hasSize(severity == null ? 0 : 1);
        if (severity != null) {
            assertThat(alerts.get(0).type()).isEqualTo(AlertType.API_REQUESTS_HIGH);
            assertThat(alerts.get(0).severity()).isEqualTo(Severity.valueOf(severity));
            assertThat(alerts.get(0).current()).isEqualTo((double) made);
            assertThat(alerts.get(0).unit()).isEqualTo("requests");
        }
    }

    @ParameterizedTest
    @CsvSource({"13, 7, true", "14, 6, false", "15, 5, false", "6, 13, false", "0, 20, true"})
    void aCacheIsToldUnderItsTargetOnceTwentyLookUpsWereMade(long hits, long misses, boolean stated) {
        List<Alert> alerts = judge(took(10).cached(cache("fields", hits, misses, 0L)), limits(null, null, 0.7));

        assertThat(alerts).hasSize(stated ? 1 : 0);
        if (stated) {
            assertThat(alerts.get(0).subject()).isEqualTo("fields");
            assertThat(alerts.get(0).current()).isEqualTo(hits / 20.0);
            assertThat(alerts.get(0).threshold()).isEqualTo(0.7);
            assertThat(alerts.get(0).severity()).isEqualTo(Severity.WARNING);
        }
    }

    @Test
    void theHttpCacheBeforeTheApiIsACacheToo() {
        List<Alert> alerts =
                judge(took(10).called(JudgedRun.api(11, 9L, 11L, true, List.of())), limits(null, null, 0.7));

        assertThat(alerts).extracting(Alert::subject).containsExactly(Verdict.API_CACHE);
    }

    @Test
    void aCacheWithoutStatisticsIsNotJudged() {
        Cache silent = new Cache("fields", "caffeine", null, null, null, null, null, null);

        assertThat(judge(took(10).cached(silent), limits(null, null, 0.7))).isEmpty();
    }

    @Test
    void theCachePolicyCountsWhereTheCommandHasNoTarget() {
        AlertPolicies seventy = with(AlertType.CACHE_HIT_RATE_LOW, new AlertPolicy(true, 70.0, 1, Set.of()));
        JudgedRun run = took(10).cached(cache("fields", 13, 7, 0L));

        assertThat(Judged.alerts(run, Benchmarks.NONE, seventy)).hasSize(1);
        assertThat(Judged.alerts(run, benchmarks(limits(null, null, 0.5)), seventy))
                .isEmpty();
        assertThat(judge(run, Budget.NONE)).isEmpty();
    }

    @Test
    void aFailedRunIsHeldToFixedMaximaButNotToHitRates() {
        JudgedRun run = took(10).ended(Outcome.ERROR)
                .used(usage(200 * MB, null, null, null))
                .called(requests(60))
                .cached(cache("fields", 0, 50, 0L));

        assertThat(judge(run, limits(100.0, 50L, 0.7)))
                .extracting(Alert::type)
                .containsExactly(AlertType.MEMORY_USAGE_HIGH, AlertType.API_REQUESTS_HIGH);
    }

    @Test
    void timeComesFirst() {
        Budget all = new Budget(
                Map.of(
                        Limit.MAX_ACCEPTABLE_MS, 5.0,
                        Limit.MAX_HEAP_DELTA_MB, 1.0,
                        Limit.MAX_API_REQUESTS, 1.0,
                        Limit.MIN_CACHE_HIT_RATE, 0.9),
                Map.of("p", new PhaseBudget(1.0, null)),
                List.of());
        JudgedRun run = took(100)
                .phase(phase("p", 90))
                .used(usage(200 * MB, null, null, null))
                .called(JudgedRun.limits(new RateLimit("core", 5000L, 100L, 4900L, null, 20L)))
                .cached(cache("fields", 0, 50, 0L));

        assertThat(judge(run, all))
                .extracting(Alert::type)
                .containsExactly(
                        AlertType.PERFORMANCE_DEGRADATION,
                        AlertType.PHASE_OVERRUN,
                        AlertType.MEMORY_USAGE_HIGH,
                        AlertType.API_REQUESTS_HIGH,
                        AlertType.CACHE_HIT_RATE_LOW,
                        AlertType.API_RATE_LIMIT_WARNING);
        assertThat(Judged.alerts(run, benchmarks(all), allDisabled())).isEmpty();
    }

    @Test
    void anOrdinaryRunWithoutSettingsHasNoAlerts() {
        JudgedRun run = took(100_000)
                .phase(phase("p", 90))
                .used(usage(9000 * MB, null, null, null))
                .called(requests(4000))
                .cached(cache("fields", 0, 50, 0L));

        assertThat(judge(run, budget(null, null, null))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MAX_PEAK_MEMORY_MB, 78, PEAK_MEMORY, MEMORY_USAGE_HIGH, 78",
        "MAX_ALLOCATED_MB, 10, ALLOCATION, MEMORY_USAGE_HIGH, 10",
        "MAX_GC_SHARE, 0.25, GC_SHARE, GC_PRESSURE, 0.25",
        "MAX_THROTTLED_MS, 2000, THROTTLED_TIME, API_RATE_LIMIT_WARNING, 2000",
        "MAX_PROCESSES, 7, PROCESSES, PROCESSES_HIGH, 7"
    })
    void eachLimitIsHeldAgainstItsMeasure(Limit limit, double most, Measure measure, AlertType type, double current) {
        JudgedRun run = took(10).process(2000, 1)
                .used(new ResourceUsage(
                        null, 78.0, null, null, 10 * MB, null, 3L, 500.0, null, null, null, Contention.UNKNOWN))
                .called(new GitHubApi(1, null, null, 0, List.of(), 2000.0, null, 0, true, List.of(), List.of()))
                .started(new ProcessUse("git", 4, 10, 0), new ProcessUse("sh", 3, 10, 0));

        assertThat(judge(run, one(limit, most))).isEmpty();
        List<Alert> alerts = judge(run, one(limit, most * 0.9));
        assertThat(alerts).hasSize(1);
        assertThat(alerts.get(0).measure()).isEqualTo(measure);
        assertThat(alerts.get(0).type()).isEqualTo(type);
        assertThat(alerts.get(0).current()).isEqualTo(current);
        assertThat(alerts.get(0).subject()).isEqualTo("batch");
        assertThat(judge(run, one(limit, most / 2))).extracting(Alert::severity).containsExactly(Severity.CRITICAL);
    }

    @ParameterizedTest
    @EnumSource(
            value = Limit.class,
            names = {"BASELINE_MS", "TARGET_MS", "MAX_ACCEPTABLE_MS", "TOLERANCE"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatTheRunDoesNotKnowIsNotJudged(Limit limit) {
        assertThat(Judged.verdicts(took(10), benchmarks(one(limit, 0)), AlertPolicies.standard(), RecentRuns.NONE))
                .extracting(Verdict::measure)
                .doesNotContain(limit.measure());
    }

    @Test
    void theCollectionsOfAMomentAreNone() {
        JudgedRun run = took(10).process(20, 1).used(usage(null, null, 1L, 4.9));

        assertThat(judge(run, one(Limit.MAX_GC_SHARE, 0.1))).isEmpty();
        assertThat(judge(took(10).process(20, 1).used(usage(null, null, 1L, 5.1)), one(Limit.MAX_GC_SHARE, 0.1)))
                .hasSize(1);
    }

    @Test
    void aShareOfCollectionsMayBeThePolicys() {
        AlertPolicies ten = with(AlertType.GC_PRESSURE, new AlertPolicy(true, 10.0, 1, Set.of()));
        JudgedRun run = took(100).used(usage(null, null, 3L, 50.0));

        assertThat(Judged.alerts(run, Benchmarks.NONE, ten)).hasSize(1);
        assertThat(Judged.alerts(run, benchmarks(one(Limit.MAX_GC_SHARE, 0.6)), ten))
                .isEmpty();
    }

    private static Budget one(Limit limit, double value) {
        return new Budget(Map.of(limit, value), Map.of(), List.of());
    }

    private static AlertPolicies allDisabled() {
        Map<AlertType, AlertPolicy> off = new EnumMap<>(AlertType.class);
        for (AlertType type : AlertType.values()) {
            off.put(type, new AlertPolicy(false, 1.0, 1, Set.of()));
        }
        return new AlertPolicies(off);
    }

    private static AlertPolicies with(AlertType type, AlertPolicy policy) {
        return new AlertPolicies(Map.of(type, policy));
    }

    private static Budget limits(@Nullable Double heapMb, @Nullable Long requests, @Nullable Double hitRate) {
        Map<Limit, Double> limits = new EnumMap<>(Limit.class);
        JudgedRun.put(limits, Limit.MAX_HEAP_DELTA_MB, heapMb);
        JudgedRun.put(limits, Limit.MAX_API_REQUESTS, requests == null ? null : Double.valueOf(requests));
        JudgedRun.put(limits, Limit.MIN_CACHE_HIT_RATE, hitRate);
        return new Budget(limits, Map.of(), List.of());
    }

    private static List<Alert> judge(JudgedRun run, Budget budget) {
        return Judged.alerts(run, benchmarks(budget), AlertPolicies.standard());
    }
}
