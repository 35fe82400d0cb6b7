package dev.perfagent.dist;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for a condition that another process brings about. */
final class Wait {
    /** Long enough for the slowest machine. */
    private static final long MOST_NANOS = TimeUnit.MINUTES.toNanos(5);

    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private Wait() {}

    static void until(Callable<Boolean> condition, Supplier<String> otherwise) {
        long deadline = System.nanoTime() + MOST_NANOS;
        try {
            while (!condition.call()) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError(otherwise.get());
                }
                LockSupport.parkNanos(PERIOD_NANOS);
            }
        } catch (Exception failure) {
            throw new AssertionError(otherwise.get(), failure);
        }
    }
}
