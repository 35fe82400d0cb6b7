package org.example;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import java.util.List;

/** Caches as they could be built with the first Caffeine, each asked twice, and what they say of their statistics. */
public final class OldCaches {
    private OldCaches() {}

    public static void main(String[] arguments) throws Exception {
        CacheLoader<String, Integer> loader = String::length;
        Cache<String, Integer> bySize = Caffeine.newBuilder().maximumSize(10).build();
        LoadingCache<String, Integer> loading = Caffeine.newBuilder().build(loader);
        LoadingCache<String, Integer> async =
                Caffeine.newBuilder().buildAsync(loader).synchronous();
        Cache<String, Integer> counted =
                Caffeine.newBuilder().recordStats().maximumSize(10).build();
        for (Cache<String, Integer> cache : List.of(bySize, loading, async, counted)) {
            int length = cache.get("key", String::length) + cache.get("key", String::length);
            CacheStats stats = cache.stats();
            System.out.println(length + " " + cache.policy().isRecordingStats() + " " + stats.hitCount() + " "
                    + stats.missCount());
        }
    }
}
