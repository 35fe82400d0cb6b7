package dev.perfagent.record;

/** A clock that goes only where a test puts it. */
final class FakeClock extends Clock {
    private volatile long allocated = -1;
    private volatile long cpu = -1;
    private long nanos = 1_000_000_000L;
    private long heap = 10_000_000L;

    void advanceMillis(long millis) {
        nanos += millis * 1_000_000L;
    }

    void allocate(long bytes) {
        heap += bytes;
    }

    @Override
    long nanos() {
        return nanos;
    }

    @Override
    long millis() {
        return 1_800_000_000_000L + nanos / 1_000_000;
    }

    @Override
    long heapBytes() {
        return heap;
    }

    /** From now on allocation and CPU time are known: this much so far. */
    void use(long allocatedBytes, long usedCpuNanos) {
        allocated = allocatedBytes;
        cpu = usedCpuNanos;
    }

    @Override
    long allocatedBytes() {
        return allocated;
    }

    @Override
    long allAllocatedBytes() {
        return allocated;
    }

    @Override
    long cpuNanos() {
        return cpu;
    }
}
