package dev.perfagent.record;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How the agent's own start went: filled in by it, told in every run. Safe for concurrent use. */
public final class StartFacts {
    private static final double NANOS_PER_MS = 1e6;

    private final String agentVersion;
    private final Map<String, String> labels;
    private final long millis = System.currentTimeMillis();
    private final long nanos = System.nanoTime();
    private final AtomicLong weaveNanos = new AtomicLong();
    private volatile long overNanos;
    private volatile long watchedNanos;
    private volatile boolean warm;
    private volatile boolean otherLoaders;

    /**
     * The start begins.
     *
     * @param labels given as agent options, by name
     */
    public StartFacts(String agentVersion, Map<String, String> labels) {
        this.agentVersion = agentVersion;
        this.labels = labels;
    }

    /** A plan was found: this run is warm until a class has to be woven. */
    public void planFound() {
        warm = true;
    }

    /** A class had to be woven. */
    public void woven(long tookNanos) {
        warm = false;
        weaveNanos.addAndGet(tookNanos);
    }

    /** The start is over. */
    public void over() {
        overNanos = System.nanoTime();
    }

    /** Class loading is not watched any more. */
    public void watchingIsOver() {
        watchedNanos = System.nanoTime();
    }

    /** How long class loading was watched, in ms; null when it still is. */
    @Nullable
    Double watchedMs() {
        return watchedNanos == 0 ? null : Double.valueOf((watchedNanos - nanos) / NANOS_PER_MS);
    }

    /** The JVM's counters tell that a loader of the application's own has brought classes. */
    void otherLoadersSeen() {
        otherLoaders = true;
    }

    /** Whether that was told, which is looked at when a run is finished. */
    public boolean hasOtherLoaders() {
        return otherLoaders;
    }

    String agentVersion() {
        return agentVersion;
    }

    Map<String, String> labels() {
        return labels;
    }

    /** Milliseconds since the epoch. */
    long millis() {
        return millis;
    }

    boolean isWarm() {
        return warm;
    }

    double premainMs() {
        return ((overNanos == 0 ? System.nanoTime() : overNanos) - nanos) / NANOS_PER_MS;
    }

    double weaveMs() {
        return weaveNanos.get() / NANOS_PER_MS;
    }
}
