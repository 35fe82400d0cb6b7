package dev.perfagent.choice;

import static dev.perfagent.threshold.JudgedRun.requests;
import static dev.perfagent.threshold.JudgedRun.took;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.Alert;
import dev.perfagent.run.AlertType;
import dev.perfagent.run.MachineState;
import dev.perfagent.run.Measure;
import dev.perfagent.run.Run;
import dev.perfagent.run.Severity;
import dev.perfagent.threshold.AlertPolicies;
import dev.perfagent.threshold.AlertPolicy;
import dev.perfagent.threshold.Benchmarks;
import dev.perfagent.threshold.Budget;
import dev.perfagent.threshold.Judge;
import dev.perfagent.threshold.JudgedRun;
import dev.perfagent.threshold.Limit;
import dev.perfagent.threshold.Notification;
import dev.perfagent.threshold.RecentRuns;
import dev.perfagent.threshold.Result;
import dev.perfagent.threshold.Thresholds;
import dev.perfagent.threshold.Verdict;
import dev.perfagent.threshold.VerdictRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One command, run after run: what is found, what is told, and what is remembered between them. */
class AlertChoiceTest {
    private static final long MINUTE = 60_000;

    private String state = "";
    private long now = JudgedRun.END;
    private AlertPolicy policy = new AlertPolicy(true, null, 1, Set.of());

    @Test
    void withinItsCoolDownAnAlertIsFoundButNotTold() {
        assertThat(reported(run(60))).containsExactly(Severity.WARNING);

        AlertChoice again = run(61);
        assertThat(again.found()).hasSize(1);
        assertThat(again.reported()).isEmpty();
        now += 59 * MINUTE;
        assertThat(reported(run(60))).isEmpty();
        now += MINUTE;
        assertThat(reported(run(60))).containsExactly(Severity.WARNING);
        assertThat(reported(run(60))).isEmpty();
    }

    @Test
    void whatIsWorseThanWhatWasToldIsToldAtOnce() {
        assertThat(reported(run(60))).containsExactly(Severity.WARNING);
        assertThat(reported(run(600))).containsExactly(Severity.CRITICAL);
        assertThat(reported(run(600))).isEmpty();
        assertThat(reported(run(60))).isEmpty();
    }

    @Test
    void aCriticalAlertIsRepeatedByTheUsersChoice() {
        policy = new AlertPolicy(true, null, null, 1, Set.of(), 60, true);

        assertThat(reported(run(600))).containsExactly(Severity.CRITICAL);
        assertThat(reported(run(600))).containsExactly(Severity.CRITICAL);
        assertThat(reported(run(60))).isEmpty();
    }

    @Test
    void withoutACoolDownEveryRunTellsIt() {
        policy = new AlertPolicy(true, null, null, 1, Set.of(), 0, false);

        assertThat(reported(run(60))).hasSize(1);
        assertThat(reported(run(60))).hasSize(1);
    }

    @Test
    void aClockThatWasSetBackSilencesNothing() {
        assertThat(reported(run(60))).hasSize(1);
        now -= 600 * MINUTE;
        assertThat(reported(run(60))).hasSize(1);
    }

    @Test
    void theUsersSeverityIsThatOfEveryAlert() {
        policy = new AlertPolicy(true, null, Severity.CRITICAL, 1, Set.of(), 60, false);

        assertThat(reported(run(51))).containsExactly(Severity.CRITICAL);
    }

    @Test
    void aLimitHasToBeBrokenAsOftenInARowAsAskedFor() {
        policy = new AlertPolicy(true, null, 3, Set.of());

        assertThat(run(60).found()).isEmpty();
        assertThat(run(60).found()).isEmpty();
        assertThat(run(10).found()).as("the row begins anew").isEmpty();
        assertThat(run(60).found()).isEmpty();
        assertThat(run(60).found()).isEmpty();
        AlertChoice third = run(60);
        assertThat(third.found()).hasSize(1);
        assertThat(third.reported()).hasSize(1);
        assertThat(run(60).found()).as("and goes on").hasSize(1);
    }

    @Test
    void whatIsOverIsToldOnce() {
        run(60);

        AlertChoice over = run(10);
        assertThat(over.found()).isEmpty();
        assertThat(reported(over)).containsExactly(Severity.RESOLVED);
        Alert alert = over.reported().get(0);
        assertThat(alert.measure()).isEqualTo(Measure.API_REQUESTS);
        assertThat(alert.current()).isEqualTo(10);
        assertThat(alert.threshold()).isEqualTo(50);
        assertThat(run(10).reported()).isEmpty();
        assertThat(run(10).changes()).isEmpty();
    }

    @Test
    void itIsOverAfterAsManyRunsAsItTookToFindIt() {
        policy = new AlertPolicy(true, null, 2, Set.of());
        run(60);
        run(60);

        assertThat(run(10).reported()).isEmpty();
        assertThat(run(60).found())
                .as("broken again, so not over; one more in the row is needed")
                .isEmpty();
        assertThat(run(60).found()).hasSize(1);
        assertThat(run(10).reported()).isEmpty();
        assertThat(reported(run(10))).containsExactly(Severity.RESOLVED);
    }

    @Test
    void whatWasNeverToldIsNotToldToBeOver() {
        run(60);
        assertThat(reported(run(10))).containsExactly(Severity.RESOLVED);
        assertThat(reported(run(60))).as("cooling").isEmpty();
        assertThat(reported(run(10))).isEmpty();
    }

    @Test
    void aValueNobodyKnowsSaysNothing() {
        run(60);

        assertThat(choose(took(10)).reported()).as("no request was seen").isEmpty();
        assertThat(reported(run(10))).containsExactly(Severity.RESOLVED);
    }

    @Test
    void aSlowCommandThatBecameTheUsualOneIsNotOver() {
        Verdict slow = verdict(1500, 1200, Result.WARNING);
        Verdict usual = verdict(1500, 1800, Result.OK);
        Verdict fast = verdict(1000, 1800, Result.OK);
        Verdict unsure = new Verdict(
                Measure.TIME,
                "batch",
                VerdictRule.RECENT_RUNS,
                1100,
                1050.0,
                1000.0,
                Result.INCONCLUSIVE,
                20,
                1,
                0,
                2,
                null);

        assertThat(reported(choose(slow))).containsExactly(Severity.WARNING);
        assertThat(choose(usual).changes()).isEmpty();
        assertThat(choose(unsure).changes()).isEmpty();
        assertThat(reported(choose(fast))).containsExactly(Severity.RESOLVED);
    }

    /** A scenario is harder than the recent runs, but one run against it is no alert yet. */
    @Test
    void aHarderRuleThatStillWaitsHidesNoneThatDoesNot() {
        policy = new AlertPolicy(true, null, 3, Set.of());
        Verdict scenario = new Verdict(
                Measure.TIME,
                "batch",
                VerdictRule.SCENARIO,
                1500,
                1100.0,
                1000.0,
                Result.WARNING,
                20,
                1,
                0,
                0,
                "'large' asks for good");
        Verdict recent = verdict(1500, 1200, Result.CRITICAL);

        assertThat(choose(scenario).found()).isEmpty();
        assertThat(choose(scenario, recent).found())
                .extracting(Alert::threshold)
                .containsExactly(1200.0);
        assertThat(choose(scenario, recent).found())
                .as("the third in a row against the scenario")
                .extracting(Alert::threshold)
                .containsExactly(1100.0);
    }

    @Test
    void noTipIsGivenTwiceAndNoneHasMoreThanThree() {
        List<Verdict> both = List.of(
                Verdict.maximum(Measure.ALLOCATION, "batch", 60, 50, null),
                Verdict.maximum(Measure.PEAK_MEMORY, "batch", 60, 50, null));

        List<Alert> alerts = AlertChoice.of(took(10).run(), both, AlertPolicies.standard(), AlertStates.parse(""), now)
                .found();

        assertThat(alerts).hasSize(2);
        assertThat(alerts.get(0).tips()).hasSize(1);
        assertThat(alerts.get(1).tips()).isEmpty();
        assertThat(alerts.get(1).tip()).isNull();
    }

    @Test
    void theEvidenceIsTheExplanation() {
        assertThat(run(60).found().get(0).evidence())
                .isEqualTo("60 requests against a limit of at most 50 requests, missed by 20%");
    }

    private AlertChoice run(long requests) {
        return choose(took(10).called(requests(requests)));
    }

    private AlertChoice choose(JudgedRun judged) {
        Benchmarks benchmarks =
                JudgedRun.benchmarks(new Budget(Map.of(Limit.MAX_API_REQUESTS, 50.0), Map.of(), List.of()));
        AlertPolicies policies = policies();
        Run run = judged.run();
        return remember(AlertChoice.of(
                run,
                Judge.judge(
                        run,
                        new Thresholds(benchmarks, policies, Notification.STANDARD),
                        RecentRuns.NONE,
                        MachineState.UNKNOWN),
                policies,
                AlertStates.parse(state),
                now));
    }

    private AlertChoice choose(Verdict... verdicts) {
        return remember(AlertChoice.of(took(10).run(), List.of(verdicts), policies(), AlertStates.parse(state), now));
    }

    private AlertPolicies policies() {
        return new AlertPolicies(
                Map.of(AlertType.API_REQUESTS_HIGH, policy, AlertType.PERFORMANCE_DEGRADATION, policy));
    }

    private AlertChoice remember(AlertChoice choice) {
        state += choice.changes();
        return choice;
    }

    private static Verdict verdict(double value, double limit, Result result) {
        return new Verdict(
                Measure.TIME, "batch", VerdictRule.RECENT_RUNS, value, limit, 1000.0, result, 20, 1, 0, 0, null);
    }

    private static List<Severity> reported(AlertChoice choice) {
        return choice.reported().stream().map(Alert::severity).toList();
    }
}
