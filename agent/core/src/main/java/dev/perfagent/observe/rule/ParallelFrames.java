package dev.perfagent.observe.rule;

import dev.perfagent.record.Clock;
import dev.perfagent.record.Executions;
import dev.perfagent.record.Frame;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Whether threads are in phases or operations at the same time: then the growth of the heap that they share is nobody's. */
public final class ParallelFrames {
    /** One more meeting in {@link #state}; how many threads are inside is below it. */
    private static final long MEETING = 1L << 24;

    /** Both numbers in one, because a phase is entered and left without a lock. */
    private final AtomicLong state = new AtomicLong();

    private @Nullable Suspensions suspensions;
    private @Nullable Publishers publishers;

    /** A thread enters its outermost frame. */
    void entered() {
        long before = state.get();
        while (!state.compareAndSet(before, before + 1 + (inside(before) > 0 ? MEETING : 0))) {
            before = state.get();
        }
    }

    /** It has left it. */
    void left() {
        state.getAndDecrement();
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
    void begins(Frame frame) {
        long now = state.get();
        frame.alone = inside(now) == 1;
        frame.startMeetings = meetings(now);
    }

    /** It ends. */
    void ends(Frame frame) {
        frame.alone &= frame.startMeetings == meetings(state.get());
    }

    private static long inside(long state) {
        return state % MEETING;
    }

    private static long meetings(long state) {
        return state / MEETING;
    }
}
