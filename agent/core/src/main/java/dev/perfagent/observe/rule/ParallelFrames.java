package dev.perfagent.observe.rule;

import dev.perfagent.record.Frame;
import org.jspecify.annotations.Nullable;

/** Whether threads are in phases or operations at the same time: then the growth of the heap that they share is nobody's. */
public final class ParallelFrames {
    private int inside;
    private long meetings;
    private @Nullable Suspensions suspensions;

    /** A thread enters its outermost frame. */
    synchronized void entered() {
        if (inside++ > 0) {
            meetings++;
        }
    }

    /** It has left it. */
    synchronized void left() {
        inside--;
    }

    /** Those that wait, made at the first call: few applications have any. */
    public synchronized Suspensions suspensions() {
        if (suspensions == null) {
            suspensions = new Suspensions();
        }
        return suspensions;
    }

    /** A frame begins on a thread that has entered. */
    synchronized void begins(Frame frame) {
        frame.alone = inside == 1;
        frame.startMeetings = meetings;
    }

    /** It ends. */
    synchronized void ends(Frame frame) {
        frame.alone &= frame.startMeetings == meetings;
    }
}
