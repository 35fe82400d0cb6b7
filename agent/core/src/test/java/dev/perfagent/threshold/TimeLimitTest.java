package dev.perfagent.threshold;

import static dev.perfagent.threshold.Judged.about;
import static dev.perfagent.threshold.Judged.before;
import static dev.perfagent.threshold.Judged.verdict;
import static dev.perfagent.threshold.JudgedRun.benchmarks;
import static dev.perfagent.threshold.JudgedRun.budget;
import static dev.perfagent.threshold.JudgedRun.phase;
import static dev.perfagent.threshold.JudgedRun.took;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.Alert;
import dev.perfagent.run.AlertType;
import dev.perfagent.run.Measure;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Phase;
import dev.perfagent.run.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TimeLimitTest {
    private static final AlertPolicies POLICIES = AlertPolicies.standard();
    private static final Budget BASELINE = budget(1000.0, null, null);

    @ParameterizedTest
    @CsvSource({"2999.9, ", "3000, ", "3000.1, WARNING", "4500, WARNING", "4500.1, CRITICAL"})
    void theMaximumIsToldAtOnce(double ms, String severity) {
        List<Alert> alerts = judge(took(ms), budget(1800.0, 1500.0, 3000.0));

        assertThat(alerts).hasSize(severity == null ? 0 : 1);
        if (severity != null) {
            Alert alert = alerts.get(0);
            assertThat(alert.type()).isEqualTo(AlertType.PERFORMANCE_DEGRADATION);
            assertThat(alert.measure()).isEqualTo(Measure.TIME);
            assertThat(alert.severity()).isEqualTo(Severity.valueOf(severity));
            assertThat(alert.subject()).isEqualTo("batch");
            assertThat(alert.current()).isEqualTo(ms);
            assertThat(alert.threshold()).isEqualTo(3000);
            assertThat(alert.baseline()).isEqualTo(1800);
            assertThat(alert.unit()).isEqualTo("ms");
        }
    }

    /** 50 % over the baseline, for the runs vary less than that. */
    @ParameterizedTest
    @CsvSource({
        "1500, 1600, 1600, OK",
        "1500.1, 1600, 1600, WARNING",
        "1600, 1500, 1600, INCONCLUSIVE",
        "1600, 1600, 1500, INCONCLUSIVE",
        "2250.1, 2300, 2300, CRITICAL",
        "2250, 2300, 2300, WARNING"
    })
    void aPercentageOverTheBaselineIsToldWhenThreeRunsInARowBreakIt(
            double now, double before, double earlier, Result result) {
        double[] recent = before(about(1000, 20), before, earlier);
        Verdict verdict = verdict(
                Judged.verdicts(took(now), benchmarks(BASELINE), POLICIES, Judged.recent(recent)),
                Measure.TIME,
                VerdictRule.BASELINE);

        assertThat(verdict.result()).isEqualTo(result);
        assertThat(verdict.limit()).isEqualTo(1500);
        assertThat(verdict.usual()).isEqualTo(1000);
        assertThat(verdict.runs()).isEqualTo(20);
        if (verdict.isBroken()) {
            assertThat(judge(took(now), BASELINE, recent))
                    .extracting(Alert::threshold)
                    .containsExactly(1500.0);
        }
    }

    /** A limit that is 50 % over a baseline was critical with every run over it. */
    @Test
    void overTheBaselineByThePercentageIsNotCriticalYet() {
        List<Alert> alerts = judge(took(1700), BASELINE, before(about(1000, 20), 1700, 1700));

        assertThat(alerts).extracting(Alert::severity).containsExactly(Severity.WARNING);
    }

    @Test
    void runsThatVaryMoreMayBeFurtherOverTheBaseline() {
        double[] wild = {700, 1500, 900, 1000, 600, 1600, 1200, 800, 1100, 1400, 650, 1300};
        double[] recent = before(wild, 1600, 1600);

        assertThat(judge(took(1540), BASELINE, recent)).isEmpty();
        assertThat(judge(took(1540), BASELINE, before(about(1000, 20), 1600, 1600)))
                .hasSize(1);
        assertThat(judge(took(2500), BASELINE, before(wild, 2500, 2500))).hasSize(1);
    }

    /** 30 % of spread is taken for granted then. */
    @ParameterizedTest
    @CsvSource({"1500, false", "1505, true"})
    void withoutRunsToLearnTheSpreadFromThreeInARowAreToldToo(double ms, boolean stated) {
        assertThat(judge(took(ms), BASELINE, ms, ms)).hasSize(stated ? 1 : 0);
    }

    @Test
    void tooFewRunsBeforeAreNoRow() {
        assertThat(judge(took(9000), BASELINE, 9000)).isEmpty();
    }

    @Test
    void oneRunOverTheBaselineIsNeverCritical() {
        AlertPolicies policies = time(new AlertPolicy(true, 50.0, 1, Set.of()));

        List<Alert> alerts = Judged.alerts(took(9000), benchmarks(BASELINE), policies, about(1000, 20));

        assertThat(alerts).extracting(Alert::severity).containsExactly(Severity.WARNING);
    }

    @Test
    void aBaselineCountsOnlyWithoutAMaximum() {
        assertThat(judge(took(2000), budget(1000.0, null, 3000.0), 2000, 2000)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12.9, false", "13, true"})
    void underFiveMillisecondsNothingIsSlower(double ms, boolean stated) {
        assertThat(judge(took(ms), budget(8.0, null, null), 20, 20)).hasSize(stated ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"1500, false", "1500.1, true", "9000, true"})
    void aPhaseIsToldAboveOneAndAHalfTimesItsTargetAndNeverCritical(double ms, boolean stated) {
        List<Alert> alerts =
                judge(took(20_000).phase(phase("data_fetching", ms)).phase(phase("other", 9000)), phases(1000.0, null));

        assertThat(alerts).hasSize(stated ? 1 : 0);
        if (stated) {
            assertThat(alerts.get(0).type()).isEqualTo(AlertType.PHASE_OVERRUN);
            assertThat(alerts.get(0).severity()).isEqualTo(Severity.WARNING);
            assertThat(alerts.get(0).subject()).isEqualTo("data_fetching");
            assertThat(alerts.get(0).threshold()).isEqualTo(1500);
            assertThat(alerts.get(0).baseline()).isNull();
        }
    }

    /** A target is about the tool; how long the phase waited for a CPU is said, and not counted. */
    @ParameterizedTest
    @CsvSource({"3000, 2000, 900, false", "3000, 1000, 900, true", "3000, 0, 900, true", "3000, 2900, , false"})
    void waitingForACpuIsNotCountedAgainstThePhasesTarget(
            double ms, double waitMs, @Nullable Double cpuMs, boolean stated) {
        Phase phase = new Phase("data_fetching", ms, ms, 1, null, null, cpuMs, waitMs, null);

        List<Alert> alerts = judge(took(9000).phase(phase), phases(1000.0, null));

        assertThat(alerts).hasSize(stated ? 1 : 0);
        if (stated && waitMs > 0) {
            assertThat(alerts.get(0).current()).isEqualTo(1880);
            assertThat(alerts.get(0).evidence())
                    .endsWith("; the machine's part is not counted: it waited 1.0s of 3.0s for a CPU (33%)");
        }
    }

    @Test
    void aPhasesMaximumIsOneOnAllOfItsTimeAndSaysThePhasesOwnWaiting() {
        Phase phase = new Phase("data_fetching", 3000, 3000, 1, null, null, 900.0, 2000.0, null);

        List<Alert> alerts = judge(took(9000).phase(phase), phases(null, 2000.0));

        assertThat(alerts).singleElement().satisfies(alert -> assertThat(alert.evidence())
                .isEqualTo("3.0s against a limit of at most 2.0s, missed by 50%; the machine's part: it waited 2.0s of"
                        + " 3.0s for a CPU (67%)"));
    }

    @ParameterizedTest
    @CsvSource({"2000, ", "2000.1, WARNING", "3000.1, CRITICAL"})
    void aPhaseHasAFixedMaximumToo(double ms, String severity) {
        List<Alert> alerts = judge(took(9000).phase(phase("data_fetching", ms)), phases(null, 2000.0));

        assertThat(alerts).hasSize(severity == null ? 0 : 1);
        assertThat(alerts).allSatisfy(alert -> {
            assertThat(alert.severity()).isEqualTo(Severity.valueOf(severity));
            assertThat(alert.threshold()).isEqualTo(2000);
        });
        assertThat(judge(took(9000).phase(phase("data_fetching", 4000)), phases(1000.0, 2000.0)))
                .as("the harder rule is told, once")
                .extracting(Alert::threshold)
                .containsExactly(2000.0);
    }

    @ParameterizedTest
    @CsvSource({
        "500, EXCELLENT",
        "1000, EXCELLENT",
        "1100, EXCELLENT",
        "1101, ACCEPTABLE",
        "1300, ACCEPTABLE",
        "1301, WARNING",
        "1500, WARNING",
        "1501, CRITICAL"
    })
    void theVarianceOfAPhaseHasABand(double ms, Variance band) {
        assertThat(Variance.of(ms, 1000)).isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({"6.9, false", "7, true"})
    void aPhaseMissesItsTargetByFiveMillisecondsAtLeast(double ms, boolean stated) {
        assertThat(judge(took(20).phase(phase("data_fetching", ms)), phases(2.0, null)))
                .hasSize(stated ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource(value = Outcome.class, names = "SUCCESS", mode = EnumSource.Mode.EXCLUDE)
    void aRunThatDidNotSucceedComparesOnlyWithItsMaximum(Outcome outcome) {
        assertThat(judge(took(9000).ended(outcome), BASELINE, before(about(1000, 20), 9000, 9000)))
                .isEmpty();
        assertThat(judge(took(9000).ended(outcome).phase(phase("data_fetching", 9000)), phases(1.0, 1.0)))
                .isEmpty();
        assertThat(judge(took(9000).ended(outcome), budget(null, null, 1000.0))).hasSize(1);
    }

    @Test
    void aColdRunIsNotComparedForItTookLongerForOurSake() {
        JudgedRun cold = took(9000).cold();

        assertThat(Judged.verdicts(cold, benchmarks(BASELINE), POLICIES, Judged.recent(about(1000, 20))))
                .isEmpty();
        assertThat(judge(cold, budget(null, null, 1000.0))).hasSize(1);
    }

    @Test
    void aCommandWithoutABudgetIsComparedWithItsRecentRunsOnly() {
        assertThat(judge(took(9000).named("ghpm", "other"), budget(1.0, 1.0, 1.0), 9000, 9000))
                .isEmpty();
        assertThat(judge(took(9000).named("ghpm", "other"), budget(1.0, 1.0, 1.0), before(about(1000, 20), 9000, 9000)))
                .hasSize(1);
    }

    @Test
    void disabledPoliciesTellNothing() {
        AlertPolicies off = new AlertPolicies(Map.of(
                AlertType.PERFORMANCE_DEGRADATION, new AlertPolicy(false, 50.0, 1, Set.of()),
                AlertType.PHASE_OVERRUN, new AlertPolicy(false, 150.0, 1, Set.of())));
        Budget budget = new Budget(budget(1.0, 1.0, 1.0).limits(), Map.of("p", new PhaseBudget(1.0, 1.0)), List.of());

        assertThat(Judged.verdicts(
                        took(9000).phase(phase("p", 9000)), benchmarks(budget), off, Judged.recent(about(1, 20))))
                .isEmpty();
    }

    private static AlertPolicies time(AlertPolicy policy) {
        return new AlertPolicies(Map.of(AlertType.PERFORMANCE_DEGRADATION, policy));
    }

    private static Budget phases(@Nullable Double targetMs, @Nullable Double maxMs) {
        return new Budget(Map.of(), Map.of("data_fetching", new PhaseBudget(targetMs, maxMs)), List.of());
    }

    private static List<Alert> judge(JudgedRun run, Budget budget, double... recent) {
        return Judged.alerts(run, benchmarks(budget), POLICIES, recent);
    }
}
