package dev.perfagent.observe.rule;

import dev.perfagent.record.Frame;

/** Whether threads are in phases or operations at the same time: then the growth of the heap that they share is nobody's. */
public final class ParallelFrames {
    private int inside;
    private long meetings;

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
