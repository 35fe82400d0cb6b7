package dev.perfagent.record;

import dev.perfagent.run.Cache;

/** The look-ups in a cache that rules are about. Safe for concurrent use. */
public final class RuleCacheTotals implements WatchedCache {
    private static final double NANOS_PER_MS = 1e6;

    private final String name;
    private long hits;
    private long misses;
    private long loads;
    private long loadNanos;

    /** @param name of the cache */
    public RuleCacheTotals(String name) {
        this.name = name;
    }

    /** Something was looked up. */
    public synchronized void lookedUp(boolean isHit) {
        hits += isHit ? 1 : 0;
        misses += isHit ? 0 : 1;
    }

    /** What was not there was loaded, which took that long. */
    public synchronized void loaded(long nanos) {
        loads++;
        loadNanos += nanos;
    }

    @Override
    public synchronized Cache read(String uniqueName) {
        return new Cache(uniqueName, "rule", hits, misses, null, loads, loadNanos / NANOS_PER_MS, null);
    }

    @Override
    public String name() {
        return name;
    }
}
