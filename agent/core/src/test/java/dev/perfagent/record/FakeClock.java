package dev.perfagent.record;

import dev.perfagent.machine.ThreadSchedule;
import org.jspecify.annotations.Nullable;

/** A clock that goes only where a test puts it. */
public final class FakeClock extends Clock {
    private volatile long allocated = -1;
    private volatile long cpu = -1;
    private @Nullable ThreadSchedule schedule;
    private int scheduleReadings;
    private long nanos = 1_000_000_000L;
    private long heap = 10_000_000L;

    public void advanceMillis(long millis) {
        nanos += millis * 1_000_000L;
    }

    public void allocate(long bytes) {
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

    /** From now on allocation and CPU time are known: this much so far. */
    public void use(long allocatedBytes, long usedCpuNanos) {
        allocated = allocatedBytes;
        cpu = usedCpuNanos;
    }

    @Override
    public long allocatedBytes() {
        return allocated;
    }

    @Override
    public long allAllocatedBytes() {
        return allocated;
    }

    /** From now on this is what the scheduler has counted. */
    public void schedule(double cpuMs, double waitMs) {
        schedule = new ThreadSchedule(cpuMs, waitMs);
    }

    @Override
    public @Nullable ThreadSchedule schedule() {
        scheduleReadings++;
        return schedule;
    }

    /** How often it was asked for. */
    public int scheduleReadings() {
        return scheduleReadings;
    }

    @Override
    public long cpuNanos() {
        return cpu;
    }
}
