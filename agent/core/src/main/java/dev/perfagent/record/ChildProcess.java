package dev.perfagent.record;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A program that the application starts or has started. */
public final class ChildProcess implements BiConsumer<Object, Throwable> {
    /** Where it is added up. */
    final ProcessTotals.Sum sum;

    final long startNanos;

    /** The JDK's own, of its exit code; null until it runs, and where the JDK does without (Windows). */
    @Nullable
    public CompletableFuture<?> completion;

    private final ProcessTotals totals;
    private final Clock clock;

    /** It is about to be started. */
    public ChildProcess(ProcessTotals totals, ProcessTotals.Sum sum, Clock clock) {
        this.totals = totals;
        this.sum = sum;
        this.clock = clock;
        this.startNanos = clock.nanos();
    }

    /** It runs. */
    @SuppressWarnings("FutureReturnValueIgnored") // we only listen
    public void started() {
        totals.started(this, clock.nanos());
        if (completion != null) {
            completion.whenComplete(this);
        }
    }

    /** There is no such program, or it cannot be run. */
    public void failed() {
        totals.failed(this, clock.nanos());
    }

    /** It has ended: reported on the JDK's thread that waited for it, which has a small stack. */
    @Override
    public void accept(@Nullable Object exitCode, @Nullable Throwable thrown) {
        totals.ended(this, exitCode, clock.nanos());
    }
}
