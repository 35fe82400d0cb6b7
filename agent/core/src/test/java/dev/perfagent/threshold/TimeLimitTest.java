package dev.perfagent.threshold;

import static dev.perfagent.threshold.JudgedRun.benchmarks;
import static dev.perfagent.threshold.JudgedRun.budget;
import static dev.perfagent.threshold.JudgedRun.phase;
import static dev.perfagent.threshold.JudgedRun.took;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.Alert;
import dev.perfagent.run.AlertType;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TimeLimitTest {
    private static final AlertPolicies POLICIES = AlertPolicies.standard();

    @ParameterizedTest
    @CsvSource({"2999.9, ", "3000, ", "3000.1, WARNING", "4500, WARNING", "4500.1, CRITICAL"})
    void theMaximumIsToldAtOnce(double ms, String severity) {
        List<Alert> alerts = judge(took(ms), budget(1800.0, 1500.0, 3000.0));

        assertThat(alerts).hasSize(severity == null ? 0 : 1);
        if (severity != null) {
            Alert alert = alerts.get(0);
            assertThat(alert.type()).isEqualTo(AlertType.PERFORMANCE_DEGRADATION);
            assertThat(alert.severity()).isEqualTo(Severity.valueOf(severity));
            assertThat(alert.subject()).isEqualTo("batch");
            assertThat(alert.current()).isEqualTo(ms);
            assertThat(alert.threshold()).isEqualTo(3000);
            assertThat(alert.baseline()).isEqualTo(1800);
            assertThat(alert.unit()).isEqualTo("ms");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1500, 1600, 1600, false",
        "1500.1, 1600, 1600, true",
        "1600, 1500, 1600, false",
        "1600, 1600, 1500, false"
    })
    void aPercentageOverTheBaselineIsToldWhenThreeRunsInARowBreakIt(
            double now, double before, double earlier, boolean told) {
        List<Alert> alerts = judge(took(now), budget(1000.0, null, null), before, earlier, 900);

        assertThat(alerts).hasSize(told ? 1 : 0);
        if (told) {
            assertThat(alerts.get(0).threshold()).isEqualTo(1500);
            assertThat(alerts.get(0).baseline()).isEqualTo(1000);
            assertThat(alerts.get(0).severity()).isEqualTo(Severity.CRITICAL);
        }
    }

    @Test
    void tooFewRunsBeforeAreNoRow() {
        assertThat(judge(took(9000), budget(1000.0, null, null), 9000)).isEmpty();
    }

    @Test
    void severalRunsOverASmallPercentageAreAWarning() {
        AlertPolicies policies = time(new AlertPolicy(true, 20.0, 2, Set.of()));

        List<Alert> alerts =
                Judge.judge(took(1300).run(), benchmarks(budget(1000.0, null, null)), policies, List.of(9000.0));

        assertThat(alerts).extracting(Alert::severity).containsExactly(Severity.WARNING);
    }

    @Test
    void oneRunOverTheBaselineIsNeverCritical() {
        AlertPolicies policies = time(new AlertPolicy(true, null, 1, Set.of()));

        List<Alert> alerts = Judge.judge(took(9000).run(), benchmarks(budget(1000.0, null, null)), policies, List.of());

        assertThat(alerts).extracting(Alert::severity).containsExactly(Severity.WARNING);
        assertThat(alerts).extracting(Alert::threshold).containsExactly(1500.0);
    }

    @Test
    void aBaselineCountsOnlyWithoutAMaximum() {
        assertThat(judge(took(2000), budget(1000.0, null, 3000.0), 2000, 2000)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12.9, false", "13, true"})
    void underFiveMillisecondsNothingIsSlower(double ms, boolean told) {
        assertThat(judge(took(ms), budget(8.0, null, null), 20, 20)).hasSize(told ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"1500, false", "1500.1, true"})
    void aPhaseIsToldAboveOneAndAHalfTimesItsTarget(double ms, boolean told) {
        List<Alert> alerts =
                judge(took(2000).phase(phase("data_fetching", ms)).phase(phase("other", 9000)), phases(1000));

        assertThat(alerts).hasSize(told ? 1 : 0);
        if (told) {
            assertThat(alerts.get(0).type()).isEqualTo(AlertType.PHASE_OVERRUN);
            assertThat(alerts.get(0).severity()).isEqualTo(Severity.WARNING);
            assertThat(alerts.get(0).subject()).isEqualTo("data_fetching");
            assertThat(alerts.get(0).threshold()).isEqualTo(1500);
            assertThat(alerts.get(0).baseline()).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"6.9, false", "7, true"})
    void aPhaseMissesItsTargetByFiveMillisecondsAtLeast(double ms, boolean told) {
        assertThat(judge(took(20).phase(phase("data_fetching", ms)), phases(2))).hasSize(told ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource(value = Outcome.class, names = "SUCCESS", mode = EnumSource.Mode.EXCLUDE)
    void aRunThatDidNotSucceedComparesOnlyWithItsMaximum(Outcome outcome) {
        assertThat(judge(took(9000).ended(outcome), budget(1000.0, null, null), 9000, 9000))
                .isEmpty();
        assertThat(judge(took(9000).ended(outcome).phase(phase("data_fetching", 9000)), phases(1)))
                .isEmpty();
        assertThat(judge(took(9000).ended(outcome), budget(null, null, 1000.0))).hasSize(1);
    }

    @Test
    void aCommandWithoutABudgetHasNoTimeAlerts() {
        assertThat(judge(took(9000).named("ghpm", "other"), budget(1.0, 1.0, 1.0), 9000, 9000))
                .isEmpty();
    }

    @Test
    void disabledPoliciesTellNothing() {
        AlertPolicies off = new AlertPolicies(Map.of(
                AlertType.PERFORMANCE_DEGRADATION, new AlertPolicy(false, 50.0, 1, Set.of()),
                AlertType.PHASE_OVERRUN, new AlertPolicy(false, 150.0, 1, Set.of())));
        Budget budget = new Budget(budget(1.0, 1.0, 1.0).limits(), Map.of("p", new PhaseBudget(1.0, null)), List.of());

        assertThat(Judge.judge(took(9000).phase(phase("p", 9000)).run(), benchmarks(budget), off, List.of()))
                .isEmpty();
    }

    private static AlertPolicies time(AlertPolicy policy) {
        return new AlertPolicies(Map.of(AlertType.PERFORMANCE_DEGRADATION, policy));
    }

    private static Budget phases(double targetMs) {
        return new Budget(Map.of(), Map.of("data_fetching", new PhaseBudget(targetMs, null)), List.of());
    }

    private static List<Alert> judge(JudgedRun run, Budget budget, double... recent) {
        List<Double> recentMs = Arrays.stream(recent).boxed().toList();
        return Judge.judge(run.run(), benchmarks(budget), POLICIES, recentMs);
    }
}
