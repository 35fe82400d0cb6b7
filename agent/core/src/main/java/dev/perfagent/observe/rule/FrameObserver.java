package dev.perfagent.observe.rule;

import dev.perfagent.record.Clock;
import dev.perfagent.record.Executions;
import dev.perfagent.record.Frame;
import dev.perfagent.record.Observer;
import dev.perfagent.record.ThreadState;
import dev.perfagent.record.Totals;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Observes a phase or an operation: two clock readings and two sums an entry. */
public final class FrameObserver implements Observer {
    private final Executions executions;
    private final Clock clock;
    private final ParallelFrames parallel;
    private final int rule;
    private final boolean isPhase;
    private @Nullable FutureWatch watch;

    /**
     * For the rule at that index.
     *
     * @param isPhase false for an operation
     */
    public FrameObserver(Executions executions, Clock clock, ParallelFrames parallel, int rule, boolean isPhase) {
        this.executions = executions;
        this.clock = clock;
        this.parallel = parallel;
        this.rule = rule;
        this.isPhase = isPhase;
    }

    @Override
    public @Nullable Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        if (self != null && argument != null) {
            Suspensions suspensions = parallel.suspensions();
            boolean isInside = suspensions.has(argument, this); // it goes on, or was called by itself
            return suspensions.entered(
                    self,
                    this,
                    isInside ? null : begins(thread, executions.current().totals(rule), false));
        }
        return begins(thread, executions.current().totals(rule), false);
    }

    /**
     * The thread enters it.
     *
     * @param isHeld whether the application holds on to the frame, and may end it on another thread
     */
    Frame begins(ThreadState thread, Totals totals, boolean isHeld) {
        if (thread.closesEnded()) {
            parallel.left();
        }
        if (thread.isOutside()) {
            parallel.entered();
        }
        Frame frame = isHeld ? thread.pushHeld(totals) : thread.push(totals);
        parallel.begins(frame);
        frame.startRequests = thread.requests;
        frame.startNanos = clock.nanos();
        if (isPhase && thread.beginsSplit(frame, clock)) {
            frame.startNanos = clock.nanos(); // the reading is none of the phase's time
        }
        thread.readAt(frame.startNanos, clock);
        frame.startHeap = thread.heap;
        frame.startAllocated = thread.allocated;
        frame.startCpu = thread.cpu;
        if (frame.outermost) {
            totals.entered(frame.startNanos);
        }
        return frame;
    }

    @Override
    public void exited(
            ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        if (token instanceof Frame frame) { // first: the other class would be loaded, and the stack may be full
            left(thread, frame, result);
        } else if (token instanceof Suspensions.Call call) {
            left(thread, call, result instanceof Object[]);
        }
    }

    private void left(ThreadState thread, Suspensions.Call call, boolean isSuspended) {
        Frame frame = call.frame;
        if (!isSuspended || frame != null && !frame.outermost) {
            parallel.suspensions().left(call);
        }
        if (frame == null) {
            return;
        }
        Totals totals = frame.totals;
        if (isSuspended && frame.outermost && totals != null) {
            goesOn(thread, frame, totals, call);
        } else {
            left(thread, frame, null);
        }
    }

    private void left(ThreadState thread, Frame frame, @Nullable Object result) {
        Totals totals = frame.totals;
        if (totals == null) {
            return;
        }
        if (frame.outermost && isGoingOn(result)) {
            goesOn(thread, frame, totals, result);
            return;
        }
        long now = clock.nanos();
        thread.readAt(now, clock);
        parallel.ends(frame);
        frame.endNanos = now;
        frame.endHeap = thread.heap;
        frame.endAllocated = thread.allocated;
        frame.endCpu = thread.cpu;
        thread.endsSplit(frame, clock);
        frame.endRequests = thread.requests;
        totals.exited(frame);
        boolean isOutermost = frame.outermost;
        long nested = frame.nestedNanos;
        Frame around = thread.pop(frame);
        if (thread.isOutside()) {
            parallel.left();
        }
        if (around != null) {
            // An operation is no phase: only the phases inside it are not the outer phase's own time.
            around.nestedNanos += isPhase ? now - frame.startNanos : nested;
        }
        if (isOutermost && result instanceof Object[] published) {
            parallel.publishers(executions, clock).returned(published[0], rule, totals);
        }
    }

    /** Whether what a method returned says that its work is not over. */
    private static boolean isGoingOn(@Nullable Object result) {
        try {
            return result instanceof Future<?> future ? !future.isDone() : result instanceof CompletionStage<?>;
        } catch (RuntimeException kept) { // CompletableFuture.minimalCompletionStage does not answer
            return result instanceof CompletionStage<?>;
        }
    }

    /** The method is left before its work ends: the thread leaves the frame, and the time ends with the work. */
    private void goesOn(ThreadState thread, Frame frame, Totals totals, @Nullable Object work) {
        long now = clock.nanos();
        WorkEnd end = new WorkEnd(frame, totals, clock);
        frame.endNanos = now;
        parallel.ends(frame);
        long took = now - frame.startNanos;
        long nested = frame.nestedNanos;
        Frame around = thread.pop(frame);
        if (thread.isOutside()) {
            parallel.left();
        }
        if (around != null) {
            around.nestedNanos += isPhase ? took : nested;
        }
        try {
            if (work instanceof CompletionStage<?> stage) {
                stage.whenComplete(end);
            } else if (work instanceof Future<?> future) {
                watch().add(future, end);
            } else if (work instanceof Suspensions.Call call) {
                parallel.suspensions().suspended(call, end);
            }
        } catch (RuntimeException refused) { // one of the application's own
            end.accept(null, null);
        }
    }

    private synchronized FutureWatch watch() {
        if (watch == null) {
            watch = new FutureWatch();
            watch.start();
        }
        return watch;
    }
}
