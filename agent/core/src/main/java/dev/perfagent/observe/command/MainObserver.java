package dev.perfagent.observe.command;

import dev.perfagent.record.Executions;
import dev.perfagent.record.Observer;
import dev.perfagent.record.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * Observes the main method. When it is left, a little of the heap is given back: an application may have filled all of it, and
 * a JVM that has no room for one more object then leaves without its orderly end, in the middle of what other threads do.
 */
public final class MainObserver implements Observer {
    /** Of the heap, bytes. Twice what the end of a run takes that has to be loaded first. Decision 178. */
    private static final int RESERVE_BYTES = 256 << 10;

    private final Executions executions;

    @SuppressWarnings("unused") // it only keeps room in the heap
    private static volatile byte @Nullable [] reserve;

    private static volatile boolean isLeft;

    public MainObserver(Executions executions) {
        this.executions = executions;
    }

    /** Keeps that room. For the sampler's thread: to fill so much memory takes premain half a millisecond. */
    public static void keepRoom() {
        if (!isLeft) {
            reserve = new byte[RESERVE_BYTES];
            if (isLeft) {
                reserve = null;
            }
        }
    }

    @Override
    public @Nullable Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        executions.mainEntered(argument instanceof String[] arguments ? arguments : null);
        return null;
    }

    @Override
    public void exited(
            ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        isLeft = true;
        reserve = null;
        executions.mainLeft(thrown);
    }
}
