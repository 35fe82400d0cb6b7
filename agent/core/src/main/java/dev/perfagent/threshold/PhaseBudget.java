package dev.perfagent.threshold;

import org.jspecify.annotations.Nullable;

/**
 * What {@code benchmarks.yml} grants a phase, in milliseconds. A null limit is no limit.
 *
 * @param targetMs what it should take; its variance is shown against it
 * @param maxAcceptableMs what it may take
 */
public record PhaseBudget(
        @Nullable Double targetMs, @Nullable Double maxAcceptableMs) {}
