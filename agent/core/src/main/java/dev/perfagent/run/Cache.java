package dev.perfagent.run;

import org.jspecify.annotations.Nullable;

/**
 * An in-process cache of the application.
 *
 * @param kind the library: {@code caffeine}, {@code guava} …
 * @param hits null, as are the other figures, when the cache keeps no statistics
 */
public record Cache(
        String name,
        String kind,
        @Nullable Long hits,
        @Nullable Long misses,
        @Nullable Long evictions,
        @Nullable Long loads,
        @Nullable Double loadMs,
        @Nullable Long size) {
    /** Hits by look-ups, 0 to 1; null when there was no look-up or nothing is known. */
    public @Nullable Double hitRate() {
        if (hits == null || misses == null || hits + misses == 0) {
            return null;
        }
        return (double) hits / (hits + misses);
    }
}
