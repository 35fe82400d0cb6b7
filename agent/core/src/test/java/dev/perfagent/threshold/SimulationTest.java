package dev.perfagent.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How often runs that did not change are told, and changed ones are not, over 1,000 histories of each kind. The figures are
 * those of docs/verdicts.md. {@code -Psimulation} looks at more kinds of histories than every build does.
 */
class SimulationTest {
    private static final int HISTORIES = 1000;
    private static final int UNCHANGED_RUNS = 20;
    private static final double[] VARIATIONS =
            SimulationScope.IS_WHOLE ? new double[] {0.05, 0.10, 0.20, 0.30} : new double[] {0.10, 0.30};

    /** How long the histories are: the shortest that is judged by, a short one, and as long as is remembered. */
    private static final int[] BEFORE = SimulationScope.IS_WHOLE ? new int[] {12, 20, 50} : new int[] {12, 50};

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
            for (int before : BEFORE) {
                Rates rates = unchanged(3, variation, trouble, before);
                String what = trouble + ", " + variation + ", after " + before + " runs: " + rates;
                assertThat(rates.critical()).as(what).isLessThan(0.001);
                assertThat(rates.alerted()).as(what).isLessThan(0.01);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoInARowAreHardlyEverToldAndNeverCritical(Trouble trouble) {
        for (double variation : VARIATIONS) {
            for (int before : BEFORE) {
                Rates rates = unchanged(2, variation, trouble, before);
                assertThat(rates.critical()).isZero();
                assertThat(rates.alerted())
                        .as(trouble + ", " + variation + ", after " + before + " runs: " + rates)
                        .isLessThan(0.01);
            }
        }
    }

    /** Of one run nobody can say whether it is an outlier: with {@code consecutive_violations: 1} each of them is told. */
    @ParameterizedTest
    @EnumSource(names = {"NONE", "DRIFT"})
    void aSingleRunIsNeverCriticalAndSeldomTold(Trouble trouble) {
        for (double variation : VARIATIONS) {
            for (int before : BEFORE) {
                Rates rates = unchanged(1, variation, trouble, before);
                assertThat(rates.critical()).isZero();
                assertThat(rates.alerted())
                        .as(trouble + ", " + variation + ", after " + before + " runs: " + rates)
                        .isLessThan(0.01);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCommandThatTakesHalfAsLongAgainIsFoundWithinThreeRuns(Trouble trouble) {
        for (int before : BEFORE) {
            assertThat(found(0.05, trouble, before)).isGreaterThanOrEqualTo(0.95);
            assertThat(found(0.10, trouble, before)).as("after " + before).isGreaterThanOrEqualTo(0.95);
        }
    }

    /** Shares of the judged runs; what is critical is told, too. */
    private record Rates(double alerted, double critical) {}

    private static Rates unchanged(int row, double variation, Trouble trouble, int before) {
        Random random = new Random(20_261_121);
        int alerted = 0;
        int criticals = 0;
        for (int history = 0; history < HISTORIES; history++) {
            double[] all = times(random, variation, trouble, before + UNCHANGED_RUNS);
            for (int i = before; i < all.length; i++) {
                Result result = judge(all, i, row);
                alerted += result == Result.WARNING || result == Result.CRITICAL ? 1 : 0;
                criticals += result == Result.CRITICAL ? 1 : 0;
            }
        }
        double judged = HISTORIES * UNCHANGED_RUNS;
        return new Rates(alerted / judged, criticals / judged);
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
            boolean alerted = false;
            for (int i = before; i < all.length; i++) {
                Result result = judge(all, i, 3);
                alerted |= result == Result.WARNING || result == Result.CRITICAL;
            }
            found += alerted ? 1 : 0;
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
        return Judged.time(JudgedRun.took(times[index]), Spread.TOLERANCE, policy, Judged.recent(before))
                .result();
    }
}
