package dev.perfagent.report;

import dev.perfagent.analysis.Timing;
import org.jspecify.annotations.Nullable;

/**
 * A command's runs on one kind of machine.
 *
 * @param fingerprint empty when runs have none
 * @param timing of its timed runs; null when there are none
 */
public record FingerprintReport(
        String fingerprint, long runs, @Nullable Timing timing) {}
