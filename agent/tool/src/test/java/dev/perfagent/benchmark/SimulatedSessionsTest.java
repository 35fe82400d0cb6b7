package dev.perfagent.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.benchmark.BenchmarkPlan.Steps;
import dev.perfagent.statistics.PairedRatio;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What repeated looks at the results do to verdicts and intervals. Decision 150 has the figures of larger simulations. */
class SimulatedSessionsTest {
    /** {@code -Dsimulated.sessions=20000} for the figures of the decision. */
    private static final int SESSIONS = Integer.getInteger("simulated.sessions", 1000);

    /** Of what takes longer or is shown elsewhere, too. */
    private static final int FEWER = SESSIONS / 4;

    private static final double VARIATION = 0.05;
    private static final int MOST = 112;

    private static final TimedCommand ANY = new TimedCommand("any", List.of("any"));
    private static final BenchmarkPlan PLAN =
            new BenchmarkPlan(List.of(ANY, ANY), true, 0, null, 0.02, Duration.ofHours(1), false, Steps.NONE);

    private int different;
    private int within40;
    private int covered;

    @Test
    void equalCommandsAreHardlyEverCalledDifferent() {
        simulate(SESSIONS, 1, random -> 1 + VARIATION * random.nextGaussian());

        assertThat(different).isLessThanOrEqualTo(SESSIONS / 100);
        assertThat(covered).isGreaterThanOrEqualTo(SESSIONS * 95 / 100);
    }

    @Test
    void norWithOddRunsAmongThem() {
        simulate(SESSIONS, 1, random -> 1 + VARIATION * random.nextGaussian() + (random.nextInt(10) == 0 ? 1 : 0));

        assertThat(different).isLessThanOrEqualTo(SESSIONS / 100);
    }

    @Test
    void aDifferenceOfTheSizeOfTheVariationIsFoundWithin40Pairs() {
        simulate(FEWER, 1.05, random -> 1 + VARIATION * random.nextGaussian());

        assertThat(within40).isGreaterThanOrEqualTo(FEWER * 90 / 100);
        assertThat(covered).isGreaterThanOrEqualTo(FEWER * 94 / 100);
    }

    private void simulate(int sessions, double ratio, ToDoubleFunction<Noise> time) {
        Noise random = new Noise(20261128);
        for (int i = 0; i < sessions; i++) {
            session(ratio, time, random);
        }
    }

    private void session(double ratio, ToDoubleFunction<Noise> time, Noise random) {
        double[] first = new double[MOST];
        double[] second = new double[MOST];
        StoppingRule rule = new StoppingRule(PLAN);
        @Nullable SessionEnd end = null;
        int pairs = 0;
        List<double[]> times = List.of(first, second);
        while (end == null && pairs < MOST) {
            first[pairs] = time.applyAsDouble(random);
            second[pairs] = ratio * time.applyAsDouble(random);
            pairs++;
            times = List.of(Arrays.copyOf(first, pairs), Arrays.copyOf(second, pairs));
            end = rule.after(times);
        }
        PairResult result = rule.results(times).get(0);
        PairedRatio interval = Objects.requireNonNull(result.ratio());
        boolean shown = result.verdict() != PairVerdict.NO_DIFFERENCE_SHOWN;
        different += shown ? 1 : 0;
        within40 += shown && pairs <= 40 ? 1 : 0;
        covered += interval.low() <= ratio && ratio <= interval.high() ? 1 : 0;
    }

    /** The same on each JDK. */
    private static final class Noise {
        private final SplittableRandom random;

        Noise(long seed) {
            random = new SplittableRandom(seed);
        }

        int nextInt(int bound) {
            return random.nextInt(bound);
        }

        /** By Box and Muller. */
        double nextGaussian() {
            return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
        }
    }
}
