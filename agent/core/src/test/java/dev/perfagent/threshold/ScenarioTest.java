package dev.perfagent.threshold;

import static dev.perfagent.threshold.JudgedRun.benchmarks;
import static dev.perfagent.threshold.JudgedRun.budget;
import static dev.perfagent.threshold.JudgedRun.took;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.Alert;
import dev.perfagent.run.AlertType;
import dev.perfagent.run.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioTest {
    private static final Budget FULL = budget(1800.0, 1500.0, 3000.0);
    private static final Scenario LARGE = new Scenario("large_project", Map.of("task_count", 200.0), Rating.GOOD);

    @ParameterizedTest
    @CsvSource({"199, 2000, false", "200, 2000, true", "200, 1900, false", "200, 1920, true", "200, 1800, false"})
    void aScenarioAsksForItsRatingFromItsNumbersOn(int tasks, double ms, boolean stated) {
        List<Alert> alerts = judge(took(ms).context(Map.of("task_count", tasks)), FULL, LARGE);

        assertThat(alerts).hasSize(stated ? 1 : 0);
        if (stated) {
            Alert alert = alerts.get(0);
            assertThat(alert.type()).isEqualTo(AlertType.PERFORMANCE_DEGRADATION);
            assertThat(alert.severity()).isEqualTo(Severity.WARNING);
            assertThat(alert.baseline()).isEqualTo(1800);
            assertThat(alert.evidence())
                    .isEqualTo((ms == 2000 ? "2.0s, 11%" : "1920ms, 6.7%")
                            + " over the 1.8s that scenario 'large_project' asks for good; alert above "
                            + (ms == 2000 ? "1.9s" : "1911.306ms")
                            + " with the spread of 20 recent runs");
        }
    }

    @Test
    void allConditionsOfAScenarioMustHold() {
        Scenario two = new Scenario("two", Map.of("a", 1.0, "b", 2.0), Rating.GOOD);

        assertThat(judge(took(2000).context(Map.of("a", 1, "b", 1.9)), FULL, two))
                .isEmpty();
        assertThat(judge(took(2000).context(Map.of("a", 1)), FULL, two)).isEmpty();
        assertThat(judge(took(2000).context(Map.of("a", 1, "b", "2")), FULL, two))
                .isEmpty();
        assertThat(judge(took(2000).context(Map.of("a", 1L, "b", 2.0)), FULL, two))
                .hasSize(1);
    }

    @Test
    void ofSeveralScenariosTheStrictestIsTold() {
        Scenario best = new Scenario("best", Map.of(), Rating.EXCELLENT);

        List<Alert> alerts = judge(took(2000).context(Map.of("task_count", 500)), FULL, LARGE, best, LARGE);

        assertThat(alerts).extracting(Alert::baseline).containsExactly(1500.0);
    }

    @Test
    void aBrokenMaximumIsToldInsteadOfAScenario() {
        List<Alert> alerts = judge(took(3001).context(Map.of("task_count", 500)), FULL, LARGE);

        assertThat(alerts).extracting(Alert::threshold).containsExactly(3000.0);
    }

    @Test
    void aScenarioWithoutItsBoundInTheBudgetAsksForNothing() {
        assertThat(judge(took(2000).context(Map.of("task_count", 500)), budget(null, 1500.0, null), LARGE))
                .isEmpty();
    }

    private static List<Alert> judge(JudgedRun run, Budget budget, Scenario... scenarios) {
        AlertPolicies atOnce =
                new AlertPolicies(Map.of(AlertType.PERFORMANCE_DEGRADATION, new AlertPolicy(true, 50.0, 1, Set.of())));
        double[] alike = new double[20];
        Arrays.fill(alike, 1990);
        return Judged.alerts(run, benchmarks(budget, scenarios), atOnce, alike);
    }
}
