package dev.perfagent.record;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** How the agent's own start went: filled in by it, told in every run. Safe for concurrent use. */
public final class StartFacts {
    private static final double NANOS_PER_MS = 1e6;

    private final String agentVersion;
    private final Map<String, String> labels;
    private final long millis = System.currentTimeMillis();
    private final long nanos = System.nanoTime();
    private final AtomicLong weaveNanos = new AtomicLong();
    private volatile long overNanos;
    private volatile boolean warm;

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
