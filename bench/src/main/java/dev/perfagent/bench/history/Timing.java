package dev.perfagent.bench.history;

/**
 * Figures of one command.
 *
 * @param medianMs by nearest rank, as is {@code p95Ms}
 */
record Timing(long runs, double medianMs, double p95Ms) {}
