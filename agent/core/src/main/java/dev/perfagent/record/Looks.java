package dev.perfagent.record;

import dev.perfagent.machine.ThreadSchedule;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What looks at the heap took the agent's own thread, one each 100 ms: the same work each time and in each run, whatever the
 * application does. Reading what it took is the greatest part of it. Only the first looks count, because the JVM compiles what is
 * done for longer. Safe for concurrent use.
 */
final class Looks {
    /** Those of the first 7 s of a run. */
    static final int MOST = 60;

    /** One alone may be off by a third. */
    static final int LEAST = 8;

    private static final double US_PER_MS = 1000;

    private final double[] took = new double[MOST];
    private int count;
    private double before = Double.NaN;

    /**
     * A look is over.
     *
     * @param used by the thread so far; null when that is not known
     * @param isPlain whether the thread has done nothing else since the look before
     */
    synchronized void seen(@Nullable ThreadSchedule used, boolean isPlain) {
        double now = used == null ? Double.NaN : used.cpuMs();
        double ms = now - before;
        before = now;
        if (isPlain && ms > 0 && count < MOST) {
            took[count++] = ms * US_PER_MS;
        }
    }

    /**
     * What was since the last look does not count.
     *
     * @param used by the thread so far; null when that is not known
     */
    synchronized void goesOn(@Nullable ThreadSchedule used) {
        before = used == null ? Double.NaN : used.cpuMs();
    }

    /** Whether no more of them count. */
    synchronized boolean areEnough() {
        return count == MOST;
    }

    /** The mean of the middle half of them (the interquartile mean), in microseconds; null of too few. */
    synchronized @Nullable Double usualUs() {
        if (count < LEAST) {
            return null;
        }
        double[] sorted = Arrays.copyOf(took, count);
        Arrays.sort(sorted);
        int left = count / 4;
        double sum = 0;
        for (int i = left; i < count - left; i++) {
            sum += sorted[i];
        }
        return sum / (count - 2 * left);
    }
}
