package dev.perfagent.report;

import dev.perfagent.threshold.Rating;

/**
 * How much of something was put to use.
 *
 * @param value 0 to 1
 * @param rating what that is worth
 */
public record Efficiency(double value, Rating rating) {}
