package dev.perfagent.record;

/** The readings that every entry and exit takes; replaced in tests. */
interface Clock {
    /** Monotonic, nanoseconds. */
    long nanos();

    /** Since the epoch, milliseconds. */
    long millis();

    /** Heap in use, bytes. */
    long heapBytes();

    /** The JVM's own. */
    Clock SYSTEM = new Clock() {
        private final Runtime runtime = Runtime.getRuntime();

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public long millis() {
            return System.currentTimeMillis();
        }

        @Override
        public long heapBytes() {
            return runtime.totalMemory() - runtime.freeMemory();
        }
    };
}
