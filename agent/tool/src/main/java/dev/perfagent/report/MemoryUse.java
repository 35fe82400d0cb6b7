package dev.perfagent.report;

import org.jspecify.annotations.Nullable;

/**
 * Memory of a command's timed runs.
 *
 * @param medianPeakMb median of the most heap in use; null when no run recorded it
 * @param maxPeakMb the most heap in use in any run; null when no run recorded it
 * @param allocatedMb mean allocated by a run; null when no run recorded it
 * @param gcShare time in garbage collections by the time in which they are counted, 0 to 1; null when not known
 * @param efficiency see docs/report.md; null when not known
 */
public record MemoryUse(
        @Nullable Double medianPeakMb,
        @Nullable Double maxPeakMb,
        @Nullable Double allocatedMb,
        @Nullable Double gcShare,
        @Nullable Efficiency efficiency) {}
