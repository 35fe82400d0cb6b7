package dev.perfagent.record;

import org.jspecify.annotations.Nullable;

/** Observes a phase or an operation: two clock readings and two sums an entry. */
final class FrameObserver implements Observer {
    private final Executions executions;
    private final Clock clock;
    private final ParallelFrames parallel;
    private final int rule;
    private final boolean isPhase;

    /**
     * For the rule at that index.
     *
     * @param isPhase false for an operation
     */
    FrameObserver(Executions executions, Clock clock, ParallelFrames parallel, int rule, boolean isPhase) {
        this.executions = executions;
        this.clock = clock;
        this.parallel = parallel;
        this.rule = rule;
        this.isPhase = isPhase;
    }

    @Override
    public Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        Totals totals = executions.current().totals(rule);
        if (thread.isOutside()) {
            parallel.entered();
        }
        Frame frame = thread.push(totals);
        parallel.begins(frame);
        frame.startRequests = thread.requests;
        frame.startNanos = clock.nanos();
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
        if (!(token instanceof Frame frame)) {
            return;
        }

        Totals totals = frame.totals;
        if (totals == null) {
            return;
        }
        long now = clock.nanos();
        thread.readAt(now, clock);
        parallel.ends(frame);
        totals.exited(frame, now, thread);
        long nested = frame.nestedNanos;
        Frame around = thread.pop(frame);
        if (thread.isOutside()) {
            parallel.left();
        }
        if (around != null) {
            // An operation is no phase: only the phases inside it are not the outer phase's own time.
            around.nestedNanos += isPhase ? now - frame.startNanos : nested;
        }
    }
}
