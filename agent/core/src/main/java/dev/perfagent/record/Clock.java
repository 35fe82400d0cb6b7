package dev.perfagent.record;

import dev.perfagent.machine.OtherThreads;
import dev.perfagent.machine.ThreadSchedule;
import dev.perfagent.machine.ThreadUse;
import dev.perfagent.machine.WatchedThread;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * The readings that every entry and exit takes: the JVM's own, or a test's. A class, because an interface would be one more to
 * load.
 */
public class Clock {
    private static final Runtime RUNTIME = Runtime.getRuntime();

    private volatile @Nullable ThreadUse threadUse;
    private volatile boolean readsSchedules;
    private volatile @Nullable WatchedThread watched;
    private volatile @Nullable OtherThreads others;

    /** From now on what threads use can be read. */
    public void read(@Nullable ThreadUse use) {
        threadUse = use;
    }

    /** Bytes the running thread has allocated; negative while that is not known. */
    public long allocatedBytes() {
        ThreadUse use = threadUse;
        return use == null ? -1 : use.allocatedBytes();
    }

    /** Bytes that all threads have allocated; negative while that is not known. */
    public long allAllocatedBytes() {
        ThreadUse use = threadUse;
        return use == null ? -1 : use.allAllocatedBytes();
    }

    /** CPU time of the running thread, nanoseconds; negative while that is not known. */
    public long cpuNanos() {
        ThreadUse use = threadUse;
        return use == null ? -1 : use.cpuNanos();
    }

    /** From now on what the kernel's scheduler counts of threads is read, too. */
    public void readSchedules() {
        readsSchedules = true;
    }

    /** What the scheduler has counted of the running thread; null where that is not known, or not wanted. */
    public @Nullable ThreadSchedule schedule() {
        return readsSchedules ? ofItself() : null;
    }

    private @Nullable ThreadSchedule ofItself() {
        WatchedThread thread = watched;
        return thread != null && thread.isRunning() ? thread.now() : ThreadSchedule.ofItself();
    }

    /**
     * From now on the figures of that thread, and of no other, are without sleep that the kernel counts as waiting for a CPU.
     *
     * @param place as of {@link ThreadSchedule#ofRunningThread}
     * @param entered the thread that is there
     */
    void watch(String place, WeakReference<Thread> entered) {
        WatchedThread before = watched;
        if (before == null || !before.isAt(place)) {
            watched = new WatchedThread(place, entered);
        }
    }

    /** Looks at the thread that is watched; to be called each 100 ms. */
    public void lookAtThread() {
        WatchedThread thread = watched;
        if (thread != null) {
            thread.look();
        }
    }

    /** From now on these are looked at. */
    void watch(OtherThreads threads) {
        others = threads;
    }

    /**
     * Looks at other threads of the application if the one that entered waits for something; to be called each 100 ms.
     *
     * @return whether it has looked at them
     */
    public boolean lookAtOthers() {
        OtherThreads all = others;
        return all != null && all.look(schedule(all.place()), nanos());
    }

    /** What the scheduler has counted of the thread at that place; null when it has ended, or where that is not known. */
    @Nullable
    ThreadSchedule schedule(@Nullable String place) {
        WatchedThread thread = watched;
        return thread != null && thread.isAt(place) ? thread.now() : ThreadSchedule.now(place);
    }

    /** Monotonic, nanoseconds. */
    public long nanos() {
        return System.nanoTime();
    }

    /** Since the epoch, milliseconds. */
    public long millis() {
        return System.currentTimeMillis();
    }

    /**
     * Heap in use, bytes. The two figures behind it are read one after the other: when the collector resizes the heap between
     * them, their difference may be off by all of the resizing, so they are read again.
     */
    public long heapBytes() {
        long total = RUNTIME.totalMemory();
        while (true) {
            long used = total - RUNTIME.freeMemory();
            long again = RUNTIME.totalMemory();
            if (again == total) {
                return used;
            }
            total = again;
        }
    }
}
