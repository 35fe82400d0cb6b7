package dev.perfagent.record;

/** The readings that every entry and exit takes: the JVM's own, or a test's. A class, for an interface would be one more to load. */
class Clock {
    private static final Runtime RUNTIME = Runtime.getRuntime();

    /** Monotonic, nanoseconds. */
    long nanos() {
        return System.nanoTime();
    }

    /** Since the epoch, milliseconds. */
    long millis() {
        return System.currentTimeMillis();
    }

    /** Heap in use, bytes. */
    long heapBytes() {
        return RUNTIME.totalMemory() - RUNTIME.freeMemory();
    }
}
