package dev.perfagent.record;

import org.jspecify.annotations.Nullable;

/** One open phase or operation of a thread; reused, so that entering allocates nothing. */
final class Frame {
    /** Null while the frame is free. */
    @Nullable
    Totals totals;

    long startNanos;
    long startHeap;
    long startAllocated;
    long startCpu;
    long nestedNanos;
    long startRequests;
    boolean outermost;

    /** Whether no other thread was in a frame, as far as is known. */
    boolean alone;

    long startMeetings;
}
