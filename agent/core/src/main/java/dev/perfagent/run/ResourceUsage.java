package dev.perfagent.run;

import org.jspecify.annotations.Nullable;

/**
 * What a run used of the machine. Null is "not known", never a made-up 0. Sizes in bytes unless the name says mb.
 *
 * @param classesShared how many of the loaded classes came out of an archive
 * @param jitMs that the JVM's compilers worked
 */
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
        @Nullable Long classesShared,
        @Nullable Double jitMs,
        @Nullable Long threadsPeak,
        Contention contention) {
    /**
     * With the JDK's own archive 27 to 70 % of the classes are shared, with one of the application's 75 to 89 %: the sample tool
     * and a tool of one command, on JDK 17 and 25, with the agent's own classes, which are in no archive.
     */
    private static final double OF_OWN_ARCHIVE = 0.73;

    /** One of which it is not asked how it was started and compiled. */
    public ResourceUsage(
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
            Contention contention) {
        this(
                heapDeltaBytes,
                peakMemoryMb,
                averageMemoryMb,
                peakRssMb,
                allocatedBytes,
                cpuTimeMs,
                gcCount,
                gcMs,
                ioOperations,
                classesLoaded,
                null,
                null,
                threadsPeak,
                contention);
    }

    /** Whether so many classes came out of an archive that it must have been made for the application. */
    public boolean hasOwnArchive() {
        return classesShared != null && classesLoaded != null && classesShared > classesLoaded * OF_OWN_ARCHIVE;
    }
}
