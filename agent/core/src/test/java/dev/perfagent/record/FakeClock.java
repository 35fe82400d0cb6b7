package dev.perfagent.record;

/** A clock that goes only where a test puts it. */
final class FakeClock implements Clock {
    private long nanos = 1_000_000_000L;
    private long heap = 10_000_000L;

    void advanceMillis(long millis) {
        nanos += millis * 1_000_000L;
    }

    void allocate(long bytes) {
        heap += bytes;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public long millis() {
        return 1_800_000_000_000L + nanos / 1_000_000;
    }

    @Override
    public long heapBytes() {
        return heap;
    }
}
