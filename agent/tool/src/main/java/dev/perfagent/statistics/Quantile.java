package dev.perfagent.statistics;

/**
 * A quantile by nearest rank.
 *
 * @param value one of the measured values
 * @param estimate whether there are too few values to be sure of it
 */
public record Quantile(double value, boolean estimate) {}
