package dev.perfagent.threshold;

import static dev.perfagent.threshold.Judged.about;
import static dev.perfagent.threshold.Judged.before;
import static dev.perfagent.threshold.Judged.verdict;
import static dev.perfagent.threshold.JudgedRun.benchmarks;
import static dev.perfagent.threshold.JudgedRun.budget;
import static dev.perfagent.threshold.JudgedRun.phase;
import static dev.perfagent.threshold.JudgedRun.took;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.AlertType;
import dev.perfagent.run.MachineState;
import dev.perfagent.run.Measure;
import dev.perfagent.run.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Error rates, the machine, and how each verdict explains itself. */
class EvidenceTest {
    private static final AlertPolicy TWENTY = new AlertPolicy(true, 20.0, 1, Set.of());

    @ParameterizedTest
    @CsvSource({
        "8, 8, INCONCLUSIVE, 1, '9 of the last 9 runs failed; 1 more needed to know a rate'",
        "9, 3, OK, 0, '4 of the last 10 runs failed; an alert is raised when the rate is surely over 20%'",
        "9, 4, WARNING, 0, '5 of the last 10 runs failed, more than chance explains at a rate of 20%'",
        "19, 5, OK, 0, '6 of the last 20 runs failed; an alert is raised when the rate is surely over 20%'",
        "19, 8, WARNING, 0, '9 of the last 20 runs failed, more than chance explains at a rate of 20%'"
    })
    void anErrorRateHasEvidence(int ended, int failed, Result result, int needed, String explanation) {
        RecentRuns recent = new RecentRuns(new RecentTimes(), new RecentTimes(), null, ended, failed);

        Verdict verdict = ErrorRate.judge(took(10).ended(Outcome.ERROR).run(), TWENTY, recent);

        assertThat(verdict.result()).isEqualTo(result);
        assertThat(verdict.needed()).isEqualTo(needed);
        assertThat(verdict.explanation()).isEqualTo(explanation);
    }

    @Test
    void errorsAndTheMachineAreJudgedOnlyWhenAskedFor() {
        RecentRuns failing = new RecentRuns(new RecentTimes(), new RecentTimes(), null, 19, 19);
        MachineState bad = new MachineState(1.0, 1.0, 9.0);
        Thresholds standard = Thresholds.standard();

        assertThat(Judge.asksForMachine(standard)).isFalse();
        assertThat(Judge.judge(took(10).ended(Outcome.ERROR).run(), standard, failing, bad))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MEMORY_AVAILABLE_LOW, 500, 500, 0, 0, OK, '500 MB, within its limit of at least 500 MB'",
        "MEMORY_AVAILABLE_LOW, 500, 499, 0, 0, WARNING, '499 MB against a limit of at least 500 MB, missed by 0.2%'",
        "MEMORY_AVAILABLE_LOW, 500, 249, 0, 0, CRITICAL, '249 MB against a limit of at least 500 MB, missed by 50%'",
        "DISK_SPACE_LOW, 5, 0, 5120, 0, OK, '5.0 GB, within its limit of at least 5.0 GB'",
        "DISK_SPACE_LOW, 5, 0, 4096, 0, WARNING, '4.0 GB against a limit of at least 5.0 GB, missed by 20%'",
        "DISK_SPACE_LOW, 5, 0, 0, 0, CRITICAL, '0 MB against a limit of at least 5.0 GB, missed by 100%'",
        "CPU_USAGE_HIGH, 95, 0, 0, 0.95, OK, '95%, within its limit of at most 95%'",
        "CPU_USAGE_HIGH, 95, 0, 0, 9, WARNING, '900% against a limit of at most 95%, missed by 847%'"
    })
    void theMachineIsHeldAgainstItsLimits(
            AlertType type, double threshold, double memory, double disk, double load, Result result, String text) {
        AlertPolicies policies = new AlertPolicies(Map.of(type, new AlertPolicy(true, threshold, 1, Set.of())));
        Thresholds thresholds = new Thresholds(Benchmarks.NONE, policies, Notification.STANDARD);
        MachineState state = new MachineState(memory, disk, load);

        List<Verdict> verdicts = Judge.judge(took(10).ended(Outcome.ERROR).run(), thresholds, RecentRuns.NONE, state);

        assertThat(Judge.asksForMachine(thresholds)).isTrue();
        assertThat(verdicts).hasSize(1);
        assertThat(verdicts.get(0).subject()).isEqualTo(Verdict.MACHINE);
        assertThat(verdicts.get(0).result()).isEqualTo(result);
        assertThat(verdicts.get(0).explanation()).isEqualTo(text);
        assertThat(Judge.judge(took(10).ended(Outcome.ERROR).run(), thresholds, RecentRuns.NONE, MachineState.UNKNOWN))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3200 | 3200 | MAXIMUM     | 3.2s against a limit of at most 3.0s, missed by 6.7%
            1000 | 1000 | MAXIMUM     | 1.0s, within its limit of at most 3.0s
            1000 | 1000 | RECENT_RUNS | 1.0s, equal to the median of 20 recent runs (1.0s), and their spread explains up to 1.2s
            900  | 1000 | RECENT_RUNS | 900ms, 10% under the median of 20 recent runs (1.0s), and their spread explains up to 1.2s
            1300 | 1000 | RECENT_RUNS | \
                1.3s, 30% over the median of 20 recent runs (1.0s) and over the 1.2s that their spread explains, in 1 run: 2 \
            more in a row needed for a verdict
            1300 | 1300 | RECENT_RUNS | \
                1.3s, 30% over the median of 20 recent runs (1.0s) and over the 1.2s that their spread explains, in 3 runs in a \
            row
            """)
    void aTimeExplainsItself(double now, double before, VerdictRule rule, String text) {
        RecentRuns recent = Judged.recent(before(about(1000, 20), before, before));

        assertThat(verdict(
                                Judged.verdicts(
                                        took(now),
                                        benchmarks(budget(1800.0, null, 3000.0)),
                                        AlertPolicies.standard(),
                                        recent),
                                Measure.TIME,
                                rule)
                        .explanation())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3 | 1150, 1300             | in 2 of the last 3 runs and nearly in the other
            5 | 1150, 1300, 1150, 1300 | in 3 of the last 5 runs and nearly in the others
            3 | 1150, 1000             | in 1 run: 1 more in a row needed for a verdict
            """)
    void aRowThatIsNotAllOverTheLimitSaysSo(int row, String earlier, String text) {
        double[] newer = Arrays.stream(earlier.split(", "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        AlertPolicy policy = new AlertPolicy(true, 50.0, row, Set.of());

        Verdict verdict =
                Judged.time(took(1300), Spread.TOLERANCE, policy, Judged.recent(before(about(1000, 20), newer)));

        assertThat(verdict.explanation())
                .isEqualTo(
                        "1.3s, 30% over the median of 20 recent runs (1.0s) and over the 1.2s that their spread explains, "
                                + text);
    }

    @Test
    void theBaselineAndATargetExplainThemselves() {
        Budget budget =
                new Budget(budget(1000.0, null, null).limits(), Map.of("p", new PhaseBudget(1000.0, null)), List.of());

        List<Verdict> verdicts = Judged.verdicts(
                took(2000).phase(phase("p", 1400)), benchmarks(budget), AlertPolicies.standard(), RecentRuns.NONE);

        assertThat(verdicts)
                .extracting(Verdict::explanation)
                .containsExactly(
                        "2.0s, 100% over the baseline of 1.0s; alert above 1.5s with a spread not known yet, in 1 run: 2 more"
                                + " in a row needed for a verdict",
                        "2.0s; 0 recent runs are too few to compare with: 12 more needed",
                        "1.4s, 40% over its target of 1.0s (variance warning); alert above 1.5s");
    }
}
