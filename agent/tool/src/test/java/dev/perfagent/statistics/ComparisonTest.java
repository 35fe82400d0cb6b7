package dev.perfagent.statistics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfagent.threshold.Result;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    private static final int ROUNDS = 2000;

    @Test
    void aRegressionOfThirtyPercentIsAWarning() {
        Map<Result, Integer> verdicts = verdicts(Noise.logNormal(0.05), 20, 1.3);

        assertThat(verdicts.getOrDefault(Result.WARNING, 0)).isGreaterThan(ROUNDS * 99 / 100);
    }

    @Test
    void twiceTheTimeIsCriticalAndHalfOfItImproved() {
        assertThat(verdicts(Noise.logNormal(0.2), 10, 2.2).getOrDefault(Result.CRITICAL, 0))
                .isGreaterThan(ROUNDS * 95 / 100);
        assertThat(verdicts(Noise.logNormal(0.2), 10, 0.45).getOrDefault(Result.IMPROVED, 0))
                .isGreaterThan(ROUNDS * 95 / 100);
    }

    /** The rates that docs/compare.md tells. */
    @ParameterizedTest
    @CsvSource({"6, 0.05", "6, 0.2", "10, 0.2", "20, 0.2", "60, 0.2", "6, 0.5", "20, 0.5"})
    void nothingChangedIsHardlyEverAgainst(int runs, double sigma) {
        assertThat(against(Noise.logNormal(sigma), runs)).isLessThan(ROUNDS * 8 / 1000);
    }

    @ParameterizedTest
    @CsvSource({"6", "10", "30"})
    void oddRunsDoNotRaiseFalseAlarms(int runs) {
        assertThat(against(Noise.spikes(), runs)).isLessThan(ROUNDS * 8 / 1000);
        assertThat(against(Noise.twoKinds(), runs)).isLessThan(ROUNDS * 8 / 1000);
    }

    @Test
    void quietRunsThatDidNotChangeAreOkAlready() {
        assertThat(verdicts(Noise.logNormal(0.05), 6, 1).getOrDefault(Result.OK, 0))
                .isGreaterThan(ROUNDS * 85 / 100);
        assertThat(verdicts(Noise.logNormal(0.05), 10, 1).getOrDefault(Result.OK, 0))
                .isGreaterThan(ROUNDS * 98 / 100);
    }

    @Test
    void fewRunsAreInconclusiveAndMissAFew() {
        Comparison comparison =
                Comparison.of(Sample.of(1800, 1750, 1910, 1822, 1788, 1790), Sample.of(2350, 2340, 2290), Bands.MILLIS);

        assertThat(comparison.verdict()).isEqualTo(Result.INCONCLUSIVE);
        assertThat(comparison.needed()).isEqualTo(new MoreRuns(0, 3));
    }

    @Test
    void anEmptySideNeedsRuns() {
        Comparison comparison = Comparison.of(Sample.of(1), Sample.of(), Bands.MILLIS);

        assertThat(comparison.verdict()).isEqualTo(Result.INCONCLUSIVE);
        assertThat(comparison.needed()).isEqualTo(new MoreRuns(5, 6));
        assertThat(comparison.change()).isNull();
    }

    /** As many runs more as were asked for settle it mostly. */
    @ParameterizedTest
    @CsvSource({"0.2, 1.0", "0.2, 1.35", "0.4, 1.0", "0.1, 1.3"})
    void theRunsAskedForSettleIt(double sigma, double slower) {
        SplittableRandom random = new SplittableRandom(11);
        Noise noise = Noise.logNormal(sigma);
        int asked = 0;
        int settled = 0;
        for (int round = 0; round < 400; round++) {
            double[] baseline = times(1000, noise.draw(random, 8));
            double[] current = times(1000 * slower, noise.draw(random, 8));
            Comparison first = Comparison.of(Sample.of(baseline), Sample.of(current), Bands.MILLIS);
            MoreRuns needed = first.needed();
            if (needed == null || needed.isBeyondReach()) {
                continue;
            }
            asked++;
            double[] more = join(baseline, times(1000, noise.draw(random, needed.baseline())));
            double[] moreCurrent = join(current, times(1000 * slower, noise.draw(random, needed.current())));
            Comparison second = Comparison.of(Sample.of(more), Sample.of(moreCurrent), Bands.MILLIS);
            settled += second.verdict() == Result.INCONCLUSIVE ? 0 : 1;
        }
        assertThat(asked).isGreaterThan(20);
        assertThat(settled).isGreaterThan(asked / 2);
    }

    @Test
    void aSideThatHasEnoughIsNotAskedForMore() {
        SplittableRandom random = new SplittableRandom(5);
        Noise noise = Noise.logNormal(0.5);
        Comparison comparison = Comparison.of(
                Sample.of(times(1000, noise.draw(random, 300))),
                Sample.of(times(1000, noise.draw(random, 6))),
                Bands.MILLIS);

        MoreRuns needed = requireNonNull(comparison.needed());
        assertThat(needed.baseline()).isZero();
        assertThat(needed.current()).isBetween(1, 150);
    }

    @Test
    void aDifferenceOfAFewMillisecondsDoesNotCount() {
        Sample before = Sample.of(4.0, 4.1, 4.2, 4.3, 4.0, 4.1, 4.2);
        Sample after = Sample.of(8.0, 8.1, 8.2, 8.3, 8.0, 8.1, 8.2);

        assertThat(Comparison.of(before, after, Bands.MILLIS).verdict()).isEqualTo(Result.OK);
        assertThat(Comparison.of(before, after, Bands.WITHOUT_FLOOR).verdict()).isEqualTo(Result.CRITICAL);
    }

    @Test
    void whatTookNoTimeBefore() {
        Sample none = Sample.of(0, 0, 0, 0, 0, 0);
        Sample some = Sample.of(50, 51, 52, 53, 54, 55);

        assertThat(Comparison.of(none, some, Bands.MILLIS).verdict()).isEqualTo(Result.CRITICAL);
        assertThat(Comparison.of(some, none, Bands.MILLIS).verdict()).isEqualTo(Result.IMPROVED);
        assertThat(Comparison.of(none, none, Bands.MILLIS).verdict()).isEqualTo(Result.OK);
        assertThat(Comparison.of(none, some, Bands.MILLIS).change()).isNull();
    }

    @Test
    void amongstManyItTakesMoreEvidence() {
        Sample before = Sample.of(100, 101, 102, 103, 104, 105);
        Sample after = Sample.of(140, 141, 142, 143, 144, 145);

        assertThat(Comparison.of(before, after, Bands.MILLIS).verdict()).isEqualTo(Result.WARNING);
        Comparison amongst = Comparison.of(before, after, Bands.MILLIS.amongst(10));
        assertThat(amongst.verdict()).isEqualTo(Result.INCONCLUSIVE);
        assertThat(requireNonNull(amongst.needed()).current()).isBetween(1, 4);
    }

    private static int against(Noise noise, int runs) {
        return verdicts(noise, runs, 1).entrySet().stream()
                .filter(verdict -> verdict.getKey().isAgainst())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static Map<Result, Integer> verdicts(Noise noise, int runs, double slower) {
        SplittableRandom random = new SplittableRandom(1);
        Map<Result, Integer> verdicts = new EnumMap<>(Result.class);
        for (int round = 0; round < ROUNDS; round++) {
            Sample before = Sample.of(times(1000, noise.draw(random, runs)));
            Sample after = Sample.of(times(1000 * slower, noise.draw(random, runs)));
            verdicts.merge(Comparison.of(before, after, Bands.MILLIS).verdict(), 1, Integer::sum);
        }
        return verdicts;
    }

    private static double[] times(double factor, double... values) {
        return Arrays.stream(values).map(value -> factor * value).toArray();
    }

    private static double[] join(double[] first, double[] second) {
        double[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** +14 % with an interval up to +36 %: there is a difference, but whether it is within the tolerance nobody knows. */
    @Test
    void aChangeThatMayBeBeyondTheToleranceIsInconclusiveHoweverSureItIs() {
        Sample before = Sample.of(800, 850, 900, 950, 990, 1010, 1050, 1100, 1150, 1200);
        Sample after = Sample.of(1060, 1102, 1105, 1112, 1130, 1150, 1290, 1370, 1400, 1420);

        Comparison comparison = Comparison.of(before, after, Bands.MILLIS);

        assertThat(comparison.change()).isCloseTo(0.14, within(0.0001));
        assertThat(comparison.pValue()).isLessThan(0.01);
        assertThat(requireNonNull(comparison.ratio()).high()).isGreaterThan(1.2);
        assertThat(comparison.verdict()).isEqualTo(Result.INCONCLUSIVE);
        assertThat(requireNonNull(comparison.needed()).current()).isPositive();
    }

    @Test
    void theSameNumbersHaveTheSameVerdictHoweverManyQuestionsAreAsked() {
        SplittableRandom random = new SplittableRandom(2);
        for (int round = 0; round < 500; round++) {
            Noise noise = Noise.logNormal(0.05 + 0.2 * random.nextDouble());
            Sample before = Sample.of(times(1000, noise.draw(random, 12)));
            Sample after = Sample.of(times(900 + 500 * random.nextDouble(), noise.draw(random, 12)));
            Question question = new Question(Statistic.MEDIAN, before, after, Bands.MILLIS);
            List<Comparison> together = Comparison.ofAll(List.of(question, question, question));

            assertThat(together.stream().map(Comparison::verdict).distinct()).hasSize(1);
            Comparison alone = Comparison.of(before, after, Bands.MILLIS);
            boolean asSure =
                    requireNonNull(together.get(0).corrected()) < 0.01 == requireNonNull(alone.corrected()) < 0.01;
            if (asSure) {
                assertThat(together.get(0).verdict()).isEqualTo(alone.verdict());
            }
        }
    }

    @Test
    void aProvenChangeWithinTheToleranceHasAWordOfItsOwn() {
        Sample before =
                Sample.of(IntStream.range(0, 20).mapToDouble(i -> 1000 + i).toArray());
        Sample slower =
                Sample.of(IntStream.range(0, 20).mapToDouble(i -> 1150 + i).toArray());

        assertThat(Comparison.of(before, slower, Bands.MILLIS).verdict()).isEqualTo(Result.WORSE);
        assertThat(Comparison.of(slower, before, Bands.MILLIS).verdict()).isEqualTo(Result.BETTER);
        assertThat(Comparison.of(before, before, Bands.MILLIS).verdict()).isEqualTo(Result.OK);
        assertThat(Result.WORSE.isAgainst()).isFalse();
        assertThat(Result.WORSE.text()).isEqualTo("worse_within_tolerance");
    }

    @Test
    void aSmallerToleranceMakesAWarningOfIt() {
        Sample before =
                Sample.of(IntStream.range(0, 20).mapToDouble(i -> 1000 + i).toArray());
        Sample slower =
                Sample.of(IntStream.range(0, 20).mapToDouble(i -> 1150 + i).toArray());

        assertThat(Comparison.of(before, slower, Bands.MILLIS.withTolerance(0.05))
                        .verdict())
                .isEqualTo(Result.WARNING);
        assertThat(Comparison.of(before, Sample.of(times(1.7, slower.values())), Bands.MILLIS.withTolerance(1))
                        .verdict())
                .isEqualTo(Result.WORSE);
    }

    /** By hand: 0.001 times 3, 0.02 times 2, 0.03 no less than that. */
    @Test
    void severalQuestionsAreCorrected() {
        assertThat(Holm.adjusted(0.02, 0.001, 0.03))
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(0.04, 0.003, 0.04);
    }
}
