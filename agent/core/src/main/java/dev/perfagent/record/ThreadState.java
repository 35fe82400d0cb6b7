package dev.perfagent.record;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the recorder keeps for one thread of the application. Touched by that thread only. */
final class ThreadState {
    private static final int FRAMES = 16;
    private static final long HEAP_READING_NANOS = 50_000;

    /** Requests this thread has sent. */
    long requests;

    /** HTTP clients entered: only the outermost counts. */
    int httpDepth;

    /** The statistics counter made for the cache that is being built on this thread. */
    @Nullable
    Object newCounter;

    private long heap;
    private long heapReadAt;
    private boolean heapRead;
    private Frame[] frames = new Frame[0];
    private int depth;

    /**
     * Heap in use at that time, read at most every {@value #HEAP_READING_NANOS} ns: two readings are half of what a phase costs.
     */
    long heapAt(long nanos, Clock clock) {
        if (nanos - heapReadAt > HEAP_READING_NANOS || !heapRead) {
            heap = clock.heapBytes();
            heapReadAt = nanos;
            heapRead = true;
        }
        return heap;
    }

    /** Opens a frame. */
    Frame push(Totals totals) {
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
     * Closes that frame and what was left open inside it.
     *
     * @return the frame around it; null when it was the outermost, or not open at all
     */
    @Nullable
    Frame pop(Frame frame) {
        int at = depth - 1;
        while (at >= 0 && frames[at] != frame) {
            at--;
        }
        if (at < 0) {
            return null;
        }
        for (int i = at; i < depth; i++) {
            frames[i].totals = null;
        }
        depth = at;
        return at == 0 ? null : frames[at - 1];
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
