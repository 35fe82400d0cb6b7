package dev.perfagent.machine;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * What the running thread has used so far. Starting it takes the JVM some 10 ms, so it is done on the sampler's thread; from
 * then on a reading takes well under a microsecond.
 */
public final class ThreadUse {
    /** Not known: the JVM does not count it, or not for this kind of thread. */
    public static final long UNKNOWN = -1;

    private final ThreadMXBean threads;
    private final @Nullable Method total;

    private ThreadUse(ThreadMXBean threads, @Nullable Method total) {
        this.threads = threads;
        this.total = total;
    }

    /** Starts it; null where the JVM has no such thing. */
    public static @Nullable ThreadUse start() {
        if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads)) {
            return null;
        }
        ThreadUse use = new ThreadUse(threads, total());
        use.allocatedBytes(); // so that no application's thread pays for the first time
        use.cpuNanos();
        use.allAllocatedBytes();
        return use;
    }

    private static @Nullable Method total() {
        try {
            return ThreadMXBean.class.getMethod("getTotalThreadAllocatedBytes");
        } catch (NoSuchMethodException before21) {
            return null;
        }
    }

    /** Bytes that all threads have allocated, those that are gone included; {@link #UNKNOWN} before JDK 21. */
    public long allAllocatedBytes() {
        try {
            return total != null && total.invoke(threads) instanceof Long bytes ? bytes : UNKNOWN;
        } catch (ReflectiveOperationException notCounted) {
            return UNKNOWN;
        }
    }

    /** Bytes the running thread has allocated since it began; {@link #UNKNOWN} for a virtual one. */
    public long allocatedBytes() {
        try {
            return threads.getCurrentThreadAllocatedBytes();
        } catch (UnsupportedOperationException notCounted) {
            return UNKNOWN;
        }
    }

    /** CPU time of the running thread since it began, in nanoseconds; {@link #UNKNOWN} for a virtual one. */
    public long cpuNanos() {
        try {
            return threads.getCurrentThreadCpuTime();
        } catch (UnsupportedOperationException notCounted) {
            return UNKNOWN;
        }
    }
}
