package dev.perfagent.benchmark;

import dev.perfagent.statistics.PairedRatio;
import org.jspecify.annotations.Nullable;

/**
 * A command compared with the first one.
 *
 * @param index of the command
 * @param ratio its time by the time of the first one; null with no pair
 */
public record PairResult(int index, @Nullable PairedRatio ratio, PairVerdict verdict) {}
