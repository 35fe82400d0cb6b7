package dev.perfagent.record;

import dev.perfagent.machine.Machine;
import org.jspecify.annotations.Nullable;

/**
 * Calls code of the application's that may throw anything, wait or never return: on a daemon thread of ours, for a bounded time.
 *
 * @param <T> kind of answer
 */
public abstract class BoundedCall<T> extends Thread {
    /** Nobody notices it once at the end of a run. */
    public static final long MOST_MILLIS = 200;

    private volatile @Nullable T answer;

    /** A question that is not asked yet. */
    public BoundedCall() {
        super(Machine.systemGroup(), null, "perf-agent-question", 0, false);
    }

    /** Calls it. */
    public abstract @Nullable T ask() throws Exception;

    /** What it said; null when it did not, or not in time. */
    public final @Nullable T answer() {
        return answer(MOST_MILLIS);
    }

    /**
     * What it said; null when it did not, or not in time.
     *
     * @param mostMillis how long it is waited for, at least 1
     */
    public final @Nullable T answer(long mostMillis) {
        setDaemon(true);
        setContextClassLoader(null);
        start();
        try {
            join(mostMillis);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }

    @Override
    public final void run() {
        try {
            answer = ask();
        } catch (Throwable broken) { // says nothing then, and prints no stack trace of ours
            return;
        }
    }
}
