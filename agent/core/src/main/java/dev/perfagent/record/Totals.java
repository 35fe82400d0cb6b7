package dev.perfagent.record;

import dev.perfagent.machine.ThreadSchedule;
import dev.perfagent.run.Operation;
import dev.perfagent.run.Phase;
import org.jspecify.annotations.Nullable;

/** What all entries into one phase or operation add up to. Safe for concurrent use. */
public final class Totals {
    private static final double NANOS_PER_MS = 1e6;

    /** Nanoseconds. Of a thread that runs, the scheduler books the time on a CPU at its ticks, every 10 ms at the slowest. */
    private static final long LEAST_FOR_TICKS = 100_000_000;

    private final String name;

    /** Of an operation, not of a phase. */
    final boolean isOperation;

    private long nanos;
    private long selfNanos;
    private long maxNanos;
    private long count;
    private long heapDelta;

    /** Whether no other thread was in a phase meanwhile: all threads share one heap, and whose growth it was cannot be known. */
    private boolean isHeapKnown = true;

    private long allocated;
    private long cpuNanos;
    /** Whether allocation and CPU time are those of all entries: what begins before they can be read is missing. */
    private boolean isAllocationKnown = true;

    private boolean isCpuKnown = true;

    /** Of the entries of which the scheduler was asked: how many, how long they took, and what it counted. */
    private long splits;

    private boolean isSplitKnown = true;
    private long splitNanos;
    private double splitCpuMs;
    private double splitWaitMs;
    private long requests;
    private int active;
    /** Of these, those that are counted already. */
    private int activeMore;

    private long activeSince;
    private long unionNanos;

    Totals(String name, boolean isOperation) {
        this.name = name;
        this.isOperation = isOperation;
    }

    public String name() {
        return name;
    }

    public synchronized void entered(long now) {
        if (active++ == 0) {
            activeSince = now;
        }
    }

    /** Likewise, for more of an entry that is counted already. */
    public synchronized void enteredMore(long now) {
        entered(now);
        activeMore++;
    }

    /** A frame was closed. */
    public synchronized void exited(Frame frame) {
        long now = frame.endNanos;
        long took = now - frame.startNanos;
        selfNanos += took - frame.nestedNanos;
        if (!frame.outermost) {
            return;
        }
        if (--active == 0) {
            unionNanos += now - activeSince;
        }
        nanos += took;
        maxNanos = Math.max(maxNanos, took);
        if (frame.isMore) {
            activeMore--;
        } else {
            count++;
        }
        heapDelta += frame.endHeap - frame.startHeap;
        isHeapKnown &= frame.alone;
        requests += frame.endRequests - frame.startRequests;
        allocated += frame.endAllocated - frame.startAllocated;
        cpuNanos += frame.endCpu - frame.startCpu;
        isAllocationKnown &= frame.startAllocated >= 0 && frame.endAllocated >= 0;
        isCpuKnown &= frame.startCpu >= 0 && frame.endCpu >= 0;
        isSplitKnown &= !frame.isSplitUnknown;
        ThreadSchedule start = frame.startSchedule;
        ThreadSchedule end = frame.endSchedule;
        if (start != null && end != null) {
            splits++;
            splitNanos += took;
            splitCpuMs += end.cpuMs() - start.cpuMs();
            splitWaitMs += end.waitMs() - start.waitMs();
        }
    }

    /** Entries so far. */
    synchronized long count() {
        return count + active - activeMore;
    }

    /** As a phase of a run that ends now: what is still open counts up to here. */
    synchronized Phase phase(long now) {
        long open = active == 0 ? 0 : now - activeSince;
        long all = nanos + open;
        long union = unionNanos + open;
        return new Phase(
                name,
                all / NANOS_PER_MS,
                Math.min(all, selfNanos + open) / NANOS_PER_MS,
                count(),
                isHeapKnown && active == 0 ? Long.valueOf(heapDelta) : null,
                isAllocationKnown && active == 0 ? Long.valueOf(allocated) : null,
                cpuMs(),
                active == 0 && isSplitKnown && splitNanos > 0 ? Double.valueOf(ofAll(splitWaitMs)) : null,
                union == 0 ? null : Double.valueOf(Math.max(1.0, (double) all / union)));
    }

    private @Nullable Double cpuMs() {
        if (active > 0) {
            return null;
        }
        if (isCpuKnown) {
            return cpuNanos / NANOS_PER_MS;
        }
        return isSplitKnown && splits > 0 && splitNanos >= splits * LEAST_FOR_TICKS
                ? Double.valueOf(ofAll(splitCpuMs))
                : null;
    }

    /** What it is of all entries, when it is that of those that were asked. */
    private double ofAll(double splitMs) {
        return Math.min(1, splitMs * NANOS_PER_MS / splitNanos) * nanos / NANOS_PER_MS;
    }

    /** As an operation of a run that ends now. */
    synchronized Operation operation(long now) {
        long open = active == 0 ? 0 : now - activeSince;
        return new Operation(
                name, count(), requests, (nanos + open) / NANOS_PER_MS, Math.max(maxNanos, open) / NANOS_PER_MS);
    }
}
