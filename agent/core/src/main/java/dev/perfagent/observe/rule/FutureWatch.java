package dev.perfagent.observe.rule;

import dev.perfagent.machine.Machine;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

/**
 * Looks whether futures are done that do not report it, such as those of an executor. Nothing but that is asked, because to wait
 * for a future may run its work on the thread that waits. Decision 162.
 *
 * <p>A future is looked at again when it has taken 1 % longer, so its end is seen at most that much, or a millisecond, too late.
 */
final class FutureWatch extends Thread {
    /** More are not kept in mind: one that is handed over then ends at once. */
    private static final int MOST = 10_000;

    private static final long NANOS_PER_MS = 1_000_000;
    private static final int PARTS = 100;

    private final List<Open> open = new ArrayList<>();

    /** A future that is not done yet; nobody can complete one that was collected. */
    private static final class Open {
        private final WeakReference<Future<?>> future;
        private final WorkEnd end;
        private final long since;
        private long next;

        private Open(Future<?> future, WorkEnd end, long now) {
            this.future = new WeakReference<>(future);
            this.end = end;
            this.since = now;
            this.next = now + NANOS_PER_MS;
        }

        private boolean isOver() {
            Future<?> still = future.get();
            try {
                return still == null || still.isDone();
            } catch (RuntimeException failed) { // one of the application's own
                return true;
            }
        }
    }

    FutureWatch() {
        super(Machine.systemGroup(), null, "perf-agent-futures", 0, false);
        setDaemon(true);
        setContextClassLoader(null);
    }

    /** From now on that end is reported when the future is done. */
    void add(Future<?> future, WorkEnd end) {
        synchronized (this) {
            if (open.size() < MOST) {
                open.add(new Open(future, end, System.nanoTime()));
                notifyAll();
                return;
            }
        }
        end.accept(null, null);
    }

    @Override
    public void run() {
        try {
            while (true) {
                pause();
                look();
            }
        } catch (Throwable stopped) {
            // As for the sampler: what is open then ends with the run.
            return;
        }
    }

    /** Until the next look is due. */
    @SuppressWarnings("WaitNotInLoop") // a look too early does no harm
    private synchronized void pause() throws InterruptedException {
        while (open.isEmpty()) {
            wait();
        }
        long now = System.nanoTime();
        long least = Long.MAX_VALUE;
        for (Open each : open) {
            least = Math.min(least, each.next - now);
        }
        if (least > 0) {
            wait(Math.max(1, least / NANOS_PER_MS));
        }
    }

    /** Outside the lock, because the application's code answers. */
    private void look() {
        List<Open> due = new ArrayList<>();
        long now = System.nanoTime();
        synchronized (this) {
            for (Open each : open) {
                if (each.next - now <= 0) {
                    due.add(each);
                }
            }
        }
        for (Open each : due) {
            if (each.isOver()) {
                each.end.accept(null, null);
                synchronized (this) {
                    open.remove(each);
                }
            } else {
                each.next = now + Math.max(NANOS_PER_MS, (now - each.since) / PARTS);
            }
        }
    }
}
