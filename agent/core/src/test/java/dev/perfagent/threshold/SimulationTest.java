package dev.perfagent.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.threshold.Verdict.Result;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How often runs that did not change are told, and changed ones are not, over 1,000 histories of each kind. The figures are those of
 * docs/verdicts.md.
 */
class SimulationTest {
    private static final int HISTORIES = 1000;
    private static final int UNCHANGED_RUNS = 20;
    private static final double[] VARIATIONS = {0.05, 0.10, 0.20, 0.30};

    /** What is wrong with a history beside that its runs vary. */
    enum Trouble {
        NONE(0, 0),
        /** One run in twenty takes one and a half to four times as long. */
        OUTLIERS(0.05, 0),
        /** Over 50 runs, a tenth slower. */
        DRIFT(0, 0.10),
        BOTH(0.05, 0.10);

        private final double outliers;
        private final double drift;

        Trouble(double outliers, double drift) {
            this.outliers = outliers;
            this.drift = drift;
        }
    }

    @ParameterizedTest
    @EnumSource
    void runsThatDidNotChangeAreHardlyEverTold(Trouble trouble) {
        for (double variation : VARIATIONS) {
            for (int before : new int[] {12, 50}) {
                Rates rates = unchanged(3, variation, trouble, before);
                String what = trouble + ", " + variation + ", after " + before + " runs: " + rates;
                assertThat(rates.critical()).as(what).isLessThan(0.001);
                assertThat(rates.warning() + rates.critical()).as(what).isLessThan(0.01);
            }
        }
    }

    @Test
    void aSingleRunIsNeverCriticalAndSeldomTold() {
        for (double variation : VARIATIONS) {
            for (int before : new int[] {12, 50}) {
                Rates rates = unchanged(1, variation, Trouble.NONE, before);
                assertThat(rates.critical()).isZero();
                assertThat(rates.warning()).as(variation + ": " + rates).isLessThan(0.01);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCommandThatTakesHalfAsLongAgainIsFoundWithinThreeRuns(Trouble trouble) {
        double least = trouble.outliers == 0 ? 0.95 : 0.85; // an outlier in the history widens what is expected
        for (int before : new int[] {12, 50}) {
            assertThat(found(0.05, trouble, before)).isGreaterThanOrEqualTo(0.95);
            assertThat(found(0.10, trouble, before)).as("after " + before).isGreaterThanOrEqualTo(least);
        }
    }

    /** Shares of the judged runs. */
    private record Rates(double warning, double critical) {}

    private static Rates unchanged(int row, double variation, Trouble trouble, int before) {
        Random random = new Random(20_261_121);
        int warnings = 0;
        int criticals = 0;
        for (int history = 0; history < HISTORIES; history++) {
            double[] all = times(random, variation, trouble, before + UNCHANGED_RUNS);
            for (int i = before; i < all.length; i++) {
                Result result = judge(all, i, row);
                warnings += result == Result.WARNING ? 1 : 0;
                criticals += result == Result.CRITICAL ? 1 : 0;
            }
        }
        double judged = HISTORIES * UNCHANGED_RUNS;
        return new Rates(warnings / judged, criticals / judged);
    }

    /** The share of histories in which one of the first three slower runs is told. */
    private static double found(double variation, Trouble trouble, int before) {
        Random random = new Random(20_261_122);
        int found = 0;
        for (int history = 0; history < HISTORIES; history++) {
            double[] all = times(random, variation, trouble, before + 3);
            for (int i = before; i < all.length; i++) {
                all[i] *= 1.5;
            }
            boolean told = false;
            for (int i = before; i < all.length; i++) {
                Result result = judge(all, i, 3);
                told |= result == Result.WARNING || result == Result.CRITICAL;
            }
            found += told ? 1 : 0;
        }
        return (double) found / HISTORIES;
    }

    /** Oldest first, around 800 ms. */
    private static double[] times(Random random, double variation, Trouble trouble, int runs) {
        double[] times = new double[runs];
        for (int i = 0; i < runs; i++) {
            double ms = 800 * Math.exp(variation * random.nextGaussian()) * (1 + trouble.drift * i / 50);
            boolean outlier = random.nextDouble() < trouble.outliers;
            times[i] = outlier ? ms * (1.5 + 2.5 * random.nextDouble()) : ms;
        }
        return times;
    }

    private static Result judge(double[] times, int index, int row) {
        int count = Math.min(index, 50);
        double[] before = new double[count];
        for (int i = 0; i < count; i++) {
            before[i] = times[index - 1 - i];
        }
        AlertPolicy policy = new AlertPolicy(true, 50.0, row, Set.of());
        RecentRuns recent = new RecentRuns(before, new double[0], null, 0, 0);
        return Regression.judge(JudgedRun.took(times[index]).run(), policy, recent)
                .result();
    }
}
