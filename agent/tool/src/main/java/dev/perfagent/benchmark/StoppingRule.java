package dev.perfagent.benchmark;

import dev.perfagent.statistics.Looks;
import dev.perfagent.statistics.MedianInterval;
import dev.perfagent.statistics.PairedRatio;
import dev.perfagent.statistics.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides after each block whether enough is known: for two and more commands by the ratio of each to the first one, for one
 * command by its median. A verdict, once reached, stays. With several ratios each has to be as sure as all together have to be
 * (Bonferroni).
 */
public final class StoppingRule {
    /** With fewer blocks nothing is decided. */
    public static final int LEAST = 6;

    private final double precision;
    private final @Nullable Integer iterations;
    private final boolean compared;
    private final int ratios;
    private final @Nullable PairVerdict[] verdicts;

    public StoppingRule(BenchmarkPlan plan) {
        this.precision = plan.precision();
        this.iterations = plan.iterations();
        this.compared = plan.compared() && plan.commands().size() > 1;
        this.ratios = compared ? plan.commands().size() - 1 : 1;
        this.verdicts = new PairVerdict[compared ? plan.commands().size() : 1];
    }

    /**
     * Whether to stop after a block; null to go on.
     *
     * @param times of each command in ms, one a block
     */
    public @Nullable SessionEnd after(List<double[]> times) {
        int blocks = times.get(0).length;
        if (iterations != null) {
            if (blocks < iterations) {
                return null;
            }
            judge(times, blocks, Looks.ALPHA / ratios);
            return SessionEnd.ITERATIONS;
        }
        if (blocks < LEAST) {
            return null;
        }
        if (Looks.isLook(blocks)) {
            judge(times, blocks, Looks.level(blocks, Looks.ALPHA / ratios));
        }
        if (isTimeToLook(blocks) && isKnown(times)) {
            return SessionEnd.KNOWN;
        }
        return blocks >= Looks.MOST ? SessionEnd.MOST_RUNS : null;
    }

    /** What the commands after the first one come to. */
    public List<PairResult> results(List<double[]> times) {
        List<PairResult> results = new ArrayList<>();
        for (int i = 1; i < verdicts.length; i++) {
            PairVerdict verdict = verdicts[i];
            results.add(new PairResult(
                    i,
                    PairedRatio.of(times.get(i), times.get(0), intervalLevel()),
                    verdict == null ? PairVerdict.NO_DIFFERENCE_SHOWN : verdict));
        }
        return results;
    }

    /** The median of one command. */
    public MedianInterval median(double[] times) {
        return MedianInterval.of(
                Sample.of(times),
                iterations == null ? Looks.intervalLevel(Looks.INTERVAL_ALPHA) : Looks.INTERVAL_ALPHA);
    }

    private double intervalLevel() {
        double all = Looks.INTERVAL_ALPHA / ratios;
        return iterations == null ? Looks.intervalLevel(all) : all;
    }

    private void judge(List<double[]> times, int blocks, double level) {
        for (int i = 1; i < verdicts.length; i++) {
            if (verdicts[i] == null) {
                PairedRatio ratio =
                        PairedRatio.of(Arrays.copyOf(times.get(i), blocks), Arrays.copyOf(times.get(0), blocks), level);
                if (ratio != null && (ratio.isAbove() || ratio.isBelow())) {
                    verdicts[i] = ratio.isAbove() ? PairVerdict.SLOWER : PairVerdict.FASTER;
                }
            }
        }
    }

    /** Each second block, so that the order is balanced; of many blocks each tenth part, because it takes a moment. */
    private static boolean isTimeToLook(int blocks) {
        return blocks % Math.max(2, blocks / 20 * 2) == 0;
    }

    private boolean isKnown(List<double[]> times) {
        if (!compared) {
            return times.stream().allMatch(of -> median(of).reach() <= precision);
        }
        for (int i = 1; i < times.size(); i++) {
            if (verdicts[i] == null) {
                PairedRatio ratio = PairedRatio.of(times.get(i), times.get(0), intervalLevel());
                if (ratio == null || !(ratio.reach() <= precision)) {
                    return false;
                }
            }
        }
        return true;
    }
}
