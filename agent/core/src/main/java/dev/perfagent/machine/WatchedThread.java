package dev.perfagent.machine;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * A thread as the kernel's scheduler counts it, but without sleep that the kernel counts as waiting for a CPU (decision 209). If
 * the thread ran or slept at one look, and has waited by the next look for longer than the time between the two, then some of
 * that was sleep. Safe for concurrent use; no thread waits for the file that another one reads.
 */
public final class WatchedThread {
    private static final double NANOS_PER_MS = 1e6;

    /** The clock of the scheduler may be off by that much from that of the JVM. */
    private static final double CLOCKS_MS = 1;

    private final String place;
    private final WeakReference<Thread> thread;
    private boolean isSeen;
    private long seenNanos;
    private double seenWaitMs;
    private double sleptMs;

    /**
     * Not looked at yet.
     *
     * @param place as of {@link ThreadSchedule#ofRunningThread}
     * @param thread the thread that is there
     */
    public WatchedThread(String place, WeakReference<Thread> thread) {
        this.place = place;
        this.thread = thread;
    }

    /** Whether it is the one that the kernel shows there. */
    public boolean isAt(@Nullable String wanted) {
        return place.equals(wanted);
    }

    /** Whether it is the running thread. */
    public boolean isRunning() {
        return thread.refersTo(Thread.currentThread());
    }

    /** As it is now; null when it has ended. */
    public @Nullable ThreadSchedule now() {
        return read(System.nanoTime(), isRunning());
    }

    /** Called by another thread, again and again. A sleep that lies between two calls is not noticed. */
    public void look() {
        long from = System.nanoTime();
        String stat = SmallFile.text(place.concat("/stat"), 128);
        read(from, stat != null && !isReadyToRun(stat));
    }

    private @Nullable ThreadSchedule read(long from, boolean isNotWaiting) {
        ThreadSchedule read = ThreadSchedule.now(place);
        return read == null ? null : seen(read, from, System.nanoTime(), isNotWaiting);
    }

    /** Its state is the letter after the name in brackets: R for on a CPU or waiting for one. */
    static boolean isReadyToRun(String stat) {
        int close = stat.lastIndexOf(')');
        return close < 0 || close + 2 >= stat.length() || stat.charAt(close + 2) == 'R';
    }

    /**
     * It was read.
     *
     * @param from before that, by {@link System#nanoTime}
     * @param to after that
     * @param isNotWaiting whether it was known to be on a CPU, or to sleep, at {@code from}
     */
    synchronized ThreadSchedule seen(ThreadSchedule read, long from, long to, boolean isNotWaiting) {
        double grownMs = read.waitMs() - seenWaitMs;
        if (isSeen && grownMs > 0 && grownMs > (to - seenNanos) / NANOS_PER_MS + CLOCKS_MS) {
            sleptMs += grownMs;
            seenWaitMs = read.waitMs();
        }
        if (isNotWaiting && (!isSeen || from - seenNanos > 0)) {
            isSeen = true;
            seenNanos = from;
            seenWaitMs = read.waitMs();
        }
        return new ThreadSchedule(read.cpuMs(), read.waitMs() - sleptMs);
    }
}
