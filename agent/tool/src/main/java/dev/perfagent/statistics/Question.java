package dev.perfagent.statistics;

/**
 * Whether a figure of the current runs differs from that of the baseline.
 *
 * @param bands from where on a difference counts
 */
public record Question(Statistic figure, Sample baseline, Sample current, Bands bands) {}
