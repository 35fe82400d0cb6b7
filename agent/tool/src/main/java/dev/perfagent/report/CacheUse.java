package dev.perfagent.report;

/**
 * Look-ups in caches of a command's timed runs, added up.
 *
 * @param hits answered by a cache
 * @param misses not answered by it; at least one of the two is above 0
 */
public record CacheUse(long hits, long misses) {
    /** Hits by look-ups, 0 to 1. */
    public double hitRate() {
        return (double) hits / (hits + misses);
    }
}
