package dev.perfagent.record;

import dev.perfagent.machine.ThreadSchedule;
import org.jspecify.annotations.Nullable;

/** One open phase or operation of a thread; reused, so that entering allocates nothing. */
public final class Frame {
    /** Whether somebody outside holds on to it, so that it is not used again. */
    boolean isHeld;

    /** Null while the frame is free. */
    @Nullable
    public Totals totals;

    public long startNanos;
    public long startHeap;
    public long startAllocated;
    public long startCpu;
    public long endNanos;
    public long endHeap;
    public long endAllocated;
    public long endCpu;
    public long endRequests;

    /** What the kernel's scheduler had counted of the thread; null when it was not asked. */
    @Nullable
    ThreadSchedule startSchedule;

    @Nullable
    ThreadSchedule endSchedule;

    /** Whether the kernel says nothing about the thread. */
    boolean isSplitUnknown;

    public long nestedNanos;
    public long startRequests;
    public boolean outermost;

    /** Whether it is more of an entry that is counted already. */
    public boolean isMore;

    /** Whether no other thread was in a frame, as far as is known. */
    public boolean alone;

    public long startMeetings;

    /** Ends it where nothing is known of it but the time. */
    public void endsUnseen(long nanos) {
        endNanos = nanos;
        endHeap = startHeap;
        alone = false;
        endAllocated = -1;
        endCpu = -1;
        endSchedule = null;
        isSplitUnknown = true;
        endRequests = startRequests;
    }
}
