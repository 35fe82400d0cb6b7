package dev.perfagent.observe.rule;

import dev.perfagent.record.Clock;
import dev.perfagent.record.Frame;
import dev.perfagent.record.Totals;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a publisher does for one subscriber, as part of a phase or operation. Called when it is over; the first call counts. */
final class PublishedWork implements Runnable, Consumer<Object> {
    private final Totals totals;
    private final Clock clock;
    private final Frame frame = new Frame();
    private final @Nullable PublishedWork next;
    private boolean isOver;

    /**
     * Begins it.
     *
     * @param isCounted whether the call of the method that returned the publisher is the entry
     * @param next the same work, as part of another phase or operation
     */
    PublishedWork(Totals totals, boolean isCounted, Clock clock, long nanos, @Nullable PublishedWork next) {
        this.totals = totals;
        this.clock = clock;
        this.next = next;
        frame.outermost = true;
        frame.isMore = isCounted;
        frame.startNanos = nanos;
        if (isCounted) {
            totals.enteredMore(nanos);
        } else {
            totals.entered(nanos);
        }
    }

    @Override
    public void run() {
        for (PublishedWork each = this; each != null; each = each.next) {
            each.ends();
        }
    }

    private synchronized void ends() {
        if (!isOver) {
            isOver = true;
            frame.endsUnseen(clock.nanos());
            totals.exited(frame);
        }
    }

    @Override
    public void accept(@Nullable Object value) {
        run();
    }
}
