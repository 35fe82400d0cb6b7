package dev.perfagent.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.Outcome;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The question that is asked before a run without limits is judged: it may say "possible" too often, but never "impossible" to
 * a slow run.
 */
class PossibleRegressionTest {
    private static final int HISTORIES = 3000;

    @Test
    void everyRunThatIsToldWasPossible() {
        Random random = new Random(5);
        int stated = 0;
        int possible = 0;
        for (int i = 0; i < HISTORIES; i++) {
            double growth = 1 + random.nextDouble();
            int slowRuns = random.nextInt(7);
            RecentTimes own = times(random, random.nextInt(30), growth, slowRuns);
            RecentTimes other = times(random, random.nextInt(15), 1, 0);
            RecentRuns recent = Judged.recent(own, other, "1.9");
            JudgedRun run = run(random, slowRuns == 0 ? 1 : growth);

            boolean broken = Judge.isAnyBroken(Regression.judge(run.run(), recent));

            stated += broken ? 1 : 0;
            possible += Regression.isPossible(run.run(), recent) ? 1 : 0;
            assertThat(Regression.isPossible(run.run(), recent) || !broken)
                    .as("history %d", i)
                    .isTrue();
        }
        assertThat(stated).isGreaterThan(HISTORIES / 10);
        assertThat(possible).isLessThan(HISTORIES);
    }

    @Test
    void anOrdinaryRunIsNot() {
        RecentRuns recent = Judged.recent(Judged.about(1000, 30));

        assertThat(Regression.isPossible(JudgedRun.took(1000).run(), recent)).isFalse();
        assertThat(Regression.isPossible(JudgedRun.took(2000).run(), recent)).isTrue();
    }

    @Test
    void neitherAFailedNorAColdRunIs() {
        RecentRuns recent = Judged.recent(Judged.about(1000, 30));

        assertThat(Regression.isPossible(
                        JudgedRun.took(9000).ended(Outcome.ERROR).run(), recent))
                .isFalse();
        assertThat(Regression.isPossible(JudgedRun.took(9000).cold().run(), recent))
                .isFalse();
    }

    /** Newest first: as many slow ones as are said. */
    private static RecentTimes times(Random random, int count, double growth, int slow) {
        RecentTimes times = new RecentTimes();
        for (int i = 0; i < count; i++) {
            double ms = ms(random, i < slow - 1 ? growth : 1);
            times.add(ms * 1.1, ms * 0.1, ms * 0.8, ms * 1.3, ms * 0.3);
        }
        return times;
    }

    private static JudgedRun run(Random random, double growth) {
        double ms = ms(random, growth);
        return JudgedRun.took(ms * 1.1).shared(ms * 0.1, ms * 0.8, ms * 1.3, ms * 0.3);
    }

    private static double ms(Random random, double growth) {
        return 500 * growth * Math.exp(random.nextGaussian() * 0.05);
    }
}
