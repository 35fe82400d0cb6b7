package dev.perfagent.analysis;

import org.jspecify.annotations.Nullable;

/**
 * Memory of a command's timed runs; null is "no run recorded it".
 *
 * @param medianPeakMb median of the most heap in use
 * @param maxPeakMb the most heap in use in any run
 * @param maxRssMb the most memory any process had
 * @param allocatedMbPerRun mean
 * @param gcShare time in garbage collections by the time in which they are counted, 0 to 1
 * @param gcPerRun mean number of collections
 */
public record MemoryFacts(
        @Nullable Double medianPeakMb,
        @Nullable Double maxPeakMb,
        @Nullable Double maxRssMb,
        @Nullable Double allocatedMbPerRun,
        @Nullable Double gcShare,
        @Nullable Double gcPerRun) {}
