package dev.perfagent.threshold;

import static dev.perfagent.threshold.Judged.about;
import static dev.perfagent.threshold.Judged.before;
import static dev.perfagent.threshold.Judged.times;
import static dev.perfagent.threshold.JudgedRun.took;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegressionTest {
    private static final AlertPolicy THREE = new AlertPolicy(true, 50.0, 3, Set.of());
    private static final AlertPolicy ONE = new AlertPolicy(true, 50.0, 1, Set.of());

    /** The runs vary by 4 %, so the band of 20 % is what counts; the limit is 1,200 ms, that of one in three 1,100 ms. */
    @ParameterizedTest
    @CsvSource({
        "1190, 1500, 1500, OK, 0",
        "1210, 1090, 1500, INCONCLUSIVE, 2",
        "1210, 1110, 1500, WARNING, 0",
        "1210, 1500, 1110, WARNING, 0",
        "1210, 1500, 1090, INCONCLUSIVE, 1",
        "1210, 1110, 1000, INCONCLUSIVE, 1",
        "1210, 1110, 1110, INCONCLUSIVE, 1",
        "1210, 1000, 1500, INCONCLUSIVE, 2",
        "1210, 1210, 1000, INCONCLUSIVE, 1",
        "1210, 1210, 1210, WARNING, 0",
        "1450, 9000, 1450, WARNING, 0",
        "1510, 1510, 1490, WARNING, 0",
        "1510, 1510, 1510, CRITICAL, 0",
        "840, 830, 830, OK, 0",
        "830, 840, 840, OK, 0",
        "830, 830, 910, OK, 0",
        "830, 830, 900, IMPROVED, 0",
        "830, 840, 830, IMPROVED, 0",
        "830, 830, 830, IMPROVED, 0"
    })
    void aRowOfRunsIsToldByTheBandOfTheChange(double now, double before, double earlier, Result result, int needed) {
        Verdict verdict = judge(now, THREE, before(about(1000, 30), before, earlier));

        assertThat(verdict.result()).isEqualTo(result);
        assertThat(verdict.needed()).isEqualTo(needed);
        assertThat(verdict.rule()).isEqualTo(VerdictRule.RECENT_RUNS);
        assertThat(verdict.usual()).isCloseTo(1000, within(0.01));
        assertThat(verdict.limit()).isCloseTo(1200, within(0.01));
        assertThat(verdict.runs()).isEqualTo(30);
    }

    /** More than half of the row, however long that is, and the present run among them. */
    @ParameterizedTest
    @CsvSource({
        "2, '1110', INCONCLUSIVE, 1, 1",
        "4, '1110 1300 1300', WARNING, 3, 0",
        "4, '1110 1300 1110', INCONCLUSIVE, 1, 1",
        "5, '1110 1300 1110 1300', WARNING, 3, 0",
        "5, '1110 1110 1300 1110', INCONCLUSIVE, 1, 1",
        "5, '1110 1110 1300 1300', WARNING, 3, 0",
        "5, '1300 1300 1300 1090', INCONCLUSIVE, 4, 1"
    })
    void mostOfARowAreOverTheLimitAndNoneFarFromIt(int row, String earlier, Result result, int over, int needed) {
        AlertPolicy policy = new AlertPolicy(true, 50.0, row, Set.of());
        double[] newer = Arrays.stream(earlier.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();

        Verdict verdict = judge(1300, policy, before(about(1000, 30), newer));

        assertThat(verdict.result()).isEqualTo(result);
        assertThat(verdict.row()).isEqualTo(over);
        assertThat(verdict.nearly()).isEqualTo(verdict.isBroken() ? row - over : 0);
        assertThat(verdict.needed()).isEqualTo(needed);
    }

    @ParameterizedTest
    @CsvSource({"1190, OK", "1210, WARNING", "99999, WARNING"})
    void aSingleRunIsNeverCritical(double now, Result result) {
        assertThat(judge(now, ONE, about(1000, 30)).result()).isEqualTo(result);
    }

    @Test
    void twoRunsInARowAreNotCriticalYet() {
        AlertPolicy two = new AlertPolicy(true, 50.0, 2, Set.of());

        assertThat(judge(9000, two, before(about(1000, 30), 9000)).result()).isEqualTo(Result.WARNING);
    }

    @ParameterizedTest
    @CsvSource({"0, 12", "5, 7", "11, 1"})
    void withTooFewRunsNothingIsSaidButHowManyMoreItTakes(int runs, int needed) {
        Verdict verdict = judge(9000, THREE, about(1000, runs));

        assertThat(verdict.result()).isEqualTo(Result.INCONCLUSIVE);
        assertThat(verdict.needed()).isEqualTo(needed);
        assertThat(verdict.limit()).isNull();
        assertThat(judge(1000, THREE, about(1000, 12)).result()).isEqualTo(Result.OK);
    }

    @Test
    void aFewOutliersNeitherHideAChangeNorMoveTheLimit() {
        double[] clean = about(1000, 30);
        double[] dirty = clean.clone();
        dirty[3] = 40_000;
        dirty[11] = 9000;
        dirty[20] = 3;

        double limit = limit(dirty);
        assertThat(limit).isCloseTo(limit(clean), within(30.0));
        assertThat(judge(1300, THREE, before(dirty, 1300, 1300)).result()).isEqualTo(Result.WARNING);
    }

    @Test
    void runsThatVaryMoreHaveAHigherLimit() {
        double[] wild = about(1000, 30);
        for (int i = 0; i < wild.length; i++) {
            wild[i] *= i % 2 == 0 ? 0.7 : 1.4;
        }

        assertThat(limit(wild)).isGreaterThan(1500);
    }

    @Test
    void runsThatAreAllAlikeHaveALimitToo() {
        double[] alike = new double[30];
        Arrays.fill(alike, 1000);

        assertThat(limit(alike)).isCloseTo(1200, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"14.9, OK", "15.1, CRITICAL"})
    void underFiveMillisecondsNothingIsSlower(double now, Result result) {
        assertThat(judge(now, THREE, before(about(10, 30), 15.1, 15.1)).result())
                .isEqualTo(result);
        assertThat(judge(0.1, THREE, before(about(4, 30), 0.1, 0.1)).result()).isEqualTo(Result.OK);
    }

    @Test
    void theFirstRunsOfANewVersionAreComparedWithTheVersionBefore() {
        RecentRuns three = Judged.recent(times(1500, 1510, 990), times(about(1000, 20)), "1.9");

        Verdict verdict = Judged.time(took(1500), Spread.TOLERANCE, THREE, three);

        assertThat(verdict.rule()).isEqualTo(VerdictRule.PREVIOUS_VERSION);
        assertThat(verdict.result()).isEqualTo(Result.WARNING);
        assertThat(verdict.runs()).isEqualTo(20);
        assertThat(verdict.explanation())
                .isEqualTo(
                        "1.5s, 50% over the median of 20 runs of version 1.9 (1.0s) and over the 1.2s that their spread"
                                + " explains, in 3 runs in a row");
    }

    @Test
    void onceANewVersionHasRunsOfItsOwnTheyAreItsBaseline() {
        RecentRuns own = Judged.recent(times(about(1500, 12)), times(about(1000, 20)), "1.9");

        Verdict verdict = Judged.time(took(1500), Spread.TOLERANCE, THREE, own);

        assertThat(verdict.rule()).isEqualTo(VerdictRule.RECENT_RUNS);
        assertThat(verdict.result()).isEqualTo(Result.OK);
        assertThat(verdict.runs()).isEqualTo(10);
    }

    @Test
    void aVersionBeforeWithTooFewRunsIsNoneToCompareWith() {
        RecentRuns few = Judged.recent(times(1500), times(about(1000, 9)), "1.9");

        Verdict verdict = Judged.time(took(1500), Spread.TOLERANCE, THREE, few);

        assertThat(verdict.rule()).isEqualTo(VerdictRule.RECENT_RUNS);
        assertThat(verdict.needed()).isEqualTo(11);
    }

    private static double limit(double[] recent) {
        Double limit = judge(1000, THREE, before(recent, 1000, 1000)).limit();
        return limit == null ? Double.NaN : limit;
    }

    private static Verdict judge(double now, AlertPolicy policy, double... recent) {
        return Judged.time(took(now), Spread.TOLERANCE, policy, Judged.recent(recent));
    }

    /** 8 % slower, in three runs in a row of a command that varies by hardly anything. */
    @Test
    void aCommandsOwnToleranceDecidesWhatIsSlower() {
        RecentRuns recent = Judged.recent(1080, 1080, 1000, 1001, 1002, 999, 998, 1000, 1001, 1002, 999, 998, 1000);

        assertThat(Judged.time(took(1080), Spread.TOLERANCE, THREE, recent).result())
                .isEqualTo(Result.OK);
        assertThat(Judged.time(took(1080), 0.05, THREE, recent).result()).isEqualTo(Result.WARNING);
        assertThat(Judged.time(took(1900), 1, THREE, recent).result()).isEqualTo(Result.OK);
    }
}
