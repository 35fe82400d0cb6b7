package dev.perfagent.benchmark;

import dev.perfagent.statistics.PairedRatio;
import dev.perfagent.threshold.Result;
import org.jspecify.annotations.Nullable;

/**
 * A command compared with the first one.
 *
 * @param index of the command
 * @param ratio its time by the time of the first one; null with no pair
 */
public record PairResult(int index, @Nullable PairedRatio ratio, PairVerdict verdict) {
    /** From there on slower is critical; with a larger tolerance, from that. */
    private static final double CRITICAL = 0.5;

    /**
     * Whether that is against the command.
     *
     * @param tolerance how much slower it may be, as a part
     */
    public Result judged(double tolerance) {
        if (ratio == null || verdict != PairVerdict.SLOWER || ratio.value() - 1 <= tolerance) {
            return verdict == PairVerdict.FASTER ? Result.BETTER : Result.OK;
        }
        return ratio.value() - 1 > Math.max(CRITICAL, tolerance) ? Result.CRITICAL : Result.WARNING;
    }
}
