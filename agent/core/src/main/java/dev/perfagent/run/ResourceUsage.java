package dev.perfagent.run;

import org.jspecify.annotations.Nullable;

/** What a run used of the machine. Null is "not known", never a made-up 0. Sizes in bytes unless the name says mb. */
public record ResourceUsage(
        @Nullable Long heapDeltaBytes,
        @Nullable Double peakMemoryMb,
        @Nullable Double averageMemoryMb,
        @Nullable Double peakRssMb,
        @Nullable Long allocatedBytes,
        @Nullable Double cpuTimeMs,
        @Nullable Long gcCount,
        @Nullable Double gcMs,
        @Nullable Long ioOperations,
        @Nullable Long classesLoaded,
        @Nullable Long threadsPeak,
        Contention contention) {}
