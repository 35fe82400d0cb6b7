package dev.perfagent.machine;

import org.jspecify.annotations.Nullable;

/**
 * A thread as the kernel's scheduler counts it, without the sleep that it counts as waiting for a CPU: on a busy machine Linux
 * 6.18 does so with one sleep in a hundred, from its beginning to its end (docs/decisions/0209). It shows, because a thread that
 * was not waiting when it was looked at cannot have waited since for longer than the time since then. Safe for concurrent use;
 * no thread waits for the file that another one reads.
 */
public final class WatchedThread {
    private static final double NANOS_PER_MS = 1e6;

    /** The clock of the scheduler may be off by that much from that of the JVM. */
    private static final double CLOCKS_MS = 1;

    private final String place;
    private final long id;
    private boolean isSeen;
    private long seenNanos;
    private double seenWaitMs;
    private double sleptMs;

    /**
     * Not looked at yet.
     *
     * @param place as of {@link ThreadSchedule#ofRunningThread}
     * @param id as of {@link Thread#getId}
     */
    public WatchedThread(String place, long id) {
        this.place = place;
        this.id = id;
    }

    /** Whether it is the one that the kernel shows there. */
    public boolean isAt(@Nullable String wanted) {
        return place.equals(wanted);
    }

    /** Whether it is the running thread. */
    public boolean isRunning() {
        return Thread.currentThread().getId() == id;
    }

    /** As it is now; null when it has ended. */
    public @Nullable ThreadSchedule now() {
        return read(System.nanoTime(), isRunning());
    }

    /** Another thread looks at it from time to time: the more often, the shorter are the sleeps that are told from waiting. */
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
