/**
 * Measuring by hand, from an application's own code.
 *
 * <p>{@link dev.perfagent.api.MetricsCollector#ofProcess()} is where to begin. Everything is kept in memory. In a JVM that
 * runs with perf-agent, it is also part of the run's record.
 */
@NullMarked
package dev.perfagent.api;

import org.jspecify.annotations.NullMarked;
