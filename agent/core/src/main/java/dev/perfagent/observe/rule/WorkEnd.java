package dev.perfagent.observe.rule;

import dev.perfagent.record.Clock;
import dev.perfagent.record.Frame;
import dev.perfagent.record.Totals;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The end of a phase or operation whose method was left before: the completion of what it returned. */
final class WorkEnd implements BiConsumer<Object, Throwable> {
    private final Frame frame;
    private final Totals totals;
    private final Clock clock;
    private boolean isOver;

    /** @param begun the thread's frame, which it uses again */
    WorkEnd(Frame begun, Totals totals, Clock clock) {
        this.frame = new Frame();
        this.totals = totals;
        this.clock = clock;
        frame.outermost = true;
        frame.startNanos = begun.startNanos;
        frame.nestedNanos = begun.nestedNanos;
        frame.startHeap = begun.startHeap;
        frame.startRequests = begun.startRequests;
    }

    @Override
    public synchronized void accept(@Nullable Object result, @Nullable Throwable thrown) {
        if (!isOver) {
            isOver = true;
            frame.endsUnseen(clock.nanos());
            totals.exited(frame);
        }
    }
}
