package dev.perfagent.threshold;

import static dev.perfagent.threshold.JudgedRun.cache;
import static dev.perfagent.threshold.JudgedRun.phase;
import static dev.perfagent.threshold.JudgedRun.took;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.AlertType;
import dev.perfagent.run.Contention;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.MachineState;
import dev.perfagent.run.Measure;
import dev.perfagent.run.ProcessUse;
import dev.perfagent.run.RateLimit;
import dev.perfagent.run.ResourceUsage;
import dev.perfagent.run.Run;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No limit, measure or type of alert is judged by nobody: a new one fails here until somebody does. */
class EveryLimitTest {
    private static final Contention QUIET = new Contention(900.0, 0.0, 300.0, null, null, null, null, null, null);

    /** A run that breaks whatever one can ask of it. */
    private static final Run WORST = took(1000)
            .used(new ResourceUsage(
                    1L << 40, 9000.0, 9000.0, 9000.0, 1L << 40, 9000.0, 99L, 900.0, 99L, 99L, 99L, QUIET))
            .called(new GitHubApi(
                    5000,
                    0L,
                    100L,
                    0,
                    List.of(new RateLimit("core", 5000L, 1L, 4999L, null, 20L)),
                    9000.0,
                    9L,
                    9,
                    true,
                    List.of(),
                    List.of()))
            .cached(cache("fields", 0, 100, 100L))
            .started(new ProcessUse("git", 99, 900, 9))
            .phase(phase("fetch", 900))
            .run();

    private static final List<Scenario> SCENARIOS = List.of(new Scenario("any", Map.of(), Rating.EXCELLENT));

    @ParameterizedTest
    @EnumSource
    void everyLimitHasASayInTheVerdict(Limit limit) {
        List<Verdict> with = judge(new Budget(Map.of(limit, 0.5), Map.of(), List.of()), AlertPolicies.standard());

        assertThat(with).isNotEqualTo(judge(Budget.NONE, AlertPolicies.standard()));
        assertThat(with).extracting(Verdict::measure).contains(limit.measure());
    }

    @Test
    void everyMeasureIsJudged() {
        Map<Limit, Double> limits = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            limits.put(limit, 0.5);
        }
        Budget budget = new Budget(limits, Map.of("fetch", new PhaseBudget(1.0, 2.0)), List.of());

        List<Verdict> verdicts = judge(budget, allEnabled());

        assertThat(verdicts).extracting(Verdict::measure).contains(Measure.values());
        assertThat(verdicts).extracting(verdict -> verdict.measure().type()).contains(AlertType.values());
        assertThat(verdicts)
                .allSatisfy(verdict -> assertThat(verdict.explanation()).isNotBlank());
    }

    private static AlertPolicies allEnabled() {
        Map<AlertType, AlertPolicy> policies = new EnumMap<>(AlertType.class);
        for (AlertType type : AlertType.values()) {
            policies.put(type, new AlertPolicy(true, 50.0, 1, Set.of()));
        }
        return new AlertPolicies(policies);
    }

    private static List<Verdict> judge(Budget budget, AlertPolicies policies) {
        Benchmarks benchmarks = new Benchmarks(null, null, Map.of("batch", budget), SCENARIOS);
        RecentTimes times = new RecentTimes();
        for (int i = 0; i < 30; i++) {
            times.add(2000 + i, 0, 450, 1500, 300); // slower, with less CPU time: one alert would say both
        }
        RecentRuns recent = new RecentRuns(times, new RecentTimes(), null, 19, 15);
        return Judge.judge(
                WORST,
                new Thresholds(benchmarks, policies, Notification.STANDARD),
                recent,
                new MachineState(1.0, 1.0, 9.0));
    }
}
