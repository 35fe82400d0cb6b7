package dev.perfagent.observe.rule;

import dev.perfagent.record.Clock;
import dev.perfagent.record.Executions;
import dev.perfagent.record.Frame;
import org.jspecify.annotations.Nullable;

/** Whether threads are in phases or operations at the same time: then the growth of the heap that they share is nobody's. */
public final class ParallelFrames {
    private int inside;
    private long meetings;
    private @Nullable Suspensions suspensions;
    private @Nullable Publishers publishers;

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

    /** What measured methods published, made at the first call: few applications have any. */
    public synchronized Publishers publishers(Executions executions, Clock clock) {
        if (publishers == null) {
            publishers = new Publishers(executions, clock);
        }
        return publishers;
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
