package dev.perfagent.calibrate;

import dev.perfagent.threshold.Result;
import org.jspecify.annotations.Nullable;

/**
 * One kind of work on two machines, or on one at two times.
 *
 * @param current null when it was not measured, or has no score
 * @param baseline null when it was not measured, or has no score
 */
public record Slowdown(
        SystemMeasure measure,
        @Nullable Double current,
        @Nullable Double baseline) {
    private static final double MOST_OK = 0.205;
    private static final double MOST_WARNING = 0.505;

    /** How many times as long the same work takes: 1.3 is 30 % longer; null when that is not known. */
    public @Nullable Double factor() {
        if (current == null || baseline == null || current <= 0 || baseline <= 0) {
            return null;
        }
        return measure.moreIsBetter() ? baseline / current : current / baseline;
    }

    /** How bad that is: up to 20 % longer is ok, 21 to 50 % a warning. Whole percent count, because they are what is shown. */
    public Result verdict() {
        Double factor = factor();
        if (factor == null) {
            return Result.INCONCLUSIVE;
        }
        double change = factor - 1;
        if (change >= MOST_WARNING) {
            return Result.CRITICAL;
        }
        if (change >= MOST_OK) {
            return Result.WARNING;
        }
        return change <= -MOST_OK ? Result.IMPROVED : Result.OK;
    }
}
