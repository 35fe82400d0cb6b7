package dev.perfagent.record;

import dev.perfagent.machine.ThreadSchedule;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the recorder keeps for one thread of the application. Touched by that thread only. */
public final class ThreadState {
    private static final int FRAMES = 16;
    private static final long READING_NANOS = 50_000;

    /**
     * What the scheduler counts is read from a small file, which takes 6 to 25 µs. So an entry is asked for it every 10 ms at
     * most, which is 0.5 % of a thread's time; decision 114.
     */
    private static final long SPLIT_NANOS = 10_000_000;

    /** So many entries may be asked sooner: a run with few of them has the exact figures of each. */
    private static final int EARLY_SPLITS = 16;

    /** Requests this thread has sent. */
    public long requests;

    /** The command line that it is reading, for a library that reads sub-commands inside of it. */
    public @Nullable OpenCommandLine commandLine;

    /** The look-up in a cache that it is in, of those that rules are about; null for none. */
    public @Nullable OpenLookUp lookUp;

    /** So many lines that it is reading do not count, because main's own arguments were read before. */
    public int foreignLines;

    /** Whether it is at work for us, so that what it does is not the application's. */
    public boolean isOurs;

    /** Heap in use, bytes. */
    public long heap;

    /** Allocated by this thread, bytes; negative when not known. */
    public long allocated;

    /** CPU time of this thread, nanoseconds; negative when not known. */
    public long cpu;

    private @Nullable ThreadSchedule schedule;
    private long scheduleAt;
    private long nextSplit;
    private boolean isSplitKnown = true;
    private boolean isFirstSplit = true;
    private long readAt;
    private boolean isRead;
    private Frame[] frames = new Frame[0];
    private int depth;

    /**
     * Reads what is in use at that time, at most every {@value #READING_NANOS} ns: two readings of the heap alone are half of
     * what a phase costs.
     */
    public void readAt(long nanos, Clock clock) {
        if (nanos - readAt > READING_NANOS || !isRead) {
            heap = clock.heapBytes();
            allocated = clock.allocatedBytes();
            cpu = clock.cpuNanos();
            readAt = nanos;
            isRead = true;
        }
    }

    /**
     * Begins to split that frame's time into work, waiting for a CPU and the rest, if it is one's turn.
     *
     * @return whether that took time
     */
    public boolean beginsSplit(Frame frame, Clock clock) {
        long nanos = frame.startNanos;
        if (isFirstSplit) {
            isFirstSplit = false;
            nextSplit = nanos - EARLY_SPLITS * SPLIT_NANOS;
        }
        frame.startSchedule = null;
        frame.isSplitUnknown = !isSplitKnown;
        if (!frame.outermost || nanos - nextSplit < 0 || !isSplitKnown) {
            return false;
        }
        nextSplit += SPLIT_NANOS;
        frame.startSchedule = schedule(nanos, clock);
        isSplitKnown = frame.startSchedule != null;
        frame.isSplitUnknown = !isSplitKnown;
        return true;
    }

    /** Ends what {@link #beginsSplit} began. */
    public void endsSplit(Frame frame, Clock clock) {
        frame.endSchedule = frame.startSchedule == null ? null : schedule(frame.endNanos, clock);
    }

    private @Nullable ThreadSchedule schedule(long nanos, Clock clock) {
        if (schedule == null || nanos - scheduleAt > READING_NANOS) {
            schedule = clock.schedule();
            scheduleAt = nanos;
        }
        return schedule;
    }

    /** Opens a frame that somebody outside holds on to, and that another thread may end. */
    public Frame pushHeld(Totals totals) {
        if (depth == frames.length) {
            grow();
        }
        frames[depth] = new Frame();
        frames[depth].isHeld = true;
        return push(totals);
    }

    /** Whether that frame is open on this thread. */
    public boolean holds(Frame frame) {
        for (int i = 0; i < depth; i++) {
            if (frames[i] == frame) {
                return true;
            }
        }
        return false;
    }

    /**
     * Closes the frames on top that another thread has ended.
     *
     * @return whether there were any, and there are none left
     */
    public boolean closesEnded() {
        int before = depth;
        while (depth > 0 && frames[depth - 1].totals == null) {
            depth--;
            frames[depth] = new Frame();
        }
        return depth == 0 && before > 0;
    }

    /** Opens a frame. */
    public Frame push(Totals totals) {
        if (depth == frames.length) {
            grow();
        }
        Frame frame = frames[depth];
        frame.outermost = !isOpen(totals);
        frame.totals = totals;
        frame.nestedNanos = 0;
        depth++;
        return frame;
    }

    /**
     * Closes that frame, which has ended, and what was left open inside it, such as a constructor that threw: that ends with it.
     * What somebody outside holds on to goes on without the thread.
     *
     * @return the frame around it; null when it was the outermost, or not open at all
     */
    @Nullable
    public Frame pop(Frame frame) {
        int at = depth - 1;
        while (at >= 0 && frames[at] != frame) {
            at--;
        }
        if (at < 0) {
            return null;
        }
        for (int i = at; i < depth; i++) {
            if (frames[i].isHeld) {
                frames[i] = new Frame();
            } else {
                closeLost(frames[i], frame);
                frames[i].totals = null;
            }
        }
        frame.totals = null;
        depth = at;
        closesEnded();
        return depth == 0 ? null : frames[depth - 1];
    }

    private static void closeLost(Frame lost, Frame around) {
        Totals totals = lost.totals;
        if (lost != around && totals != null) {
            lost.endsUnseen(around.endNanos);
            totals.exited(lost);
        }
    }

    /** Whether no frame is open. */
    public boolean isOutside() {
        return depth == 0;
    }

    /** Whether an operation is open. */
    public boolean isInOperation() {
        for (int i = 0; i < depth; i++) {
            Totals totals = frames[i].totals;
            if (totals != null && totals.isOperation) {
                return true;
            }
        }
        return false;
    }

    private boolean isOpen(Totals totals) {
        for (int i = 0; i < depth; i++) {
            if (frames[i].totals == totals) {
                return true;
            }
        }
        return false;
    }

    private void grow() {
        int from = frames.length;
        frames = Arrays.copyOf(frames, from + FRAMES);
        for (int i = from; i < frames.length; i++) {
            frames[i] = new Frame();
        }
    }
}
