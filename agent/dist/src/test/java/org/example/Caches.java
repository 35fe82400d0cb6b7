package org.example;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Builds a cache of each kind, looks up three keys twice, and prints all that an application can learn of statistics: of a cache
 * that did not ask for them, there are none.
 */
public final class Caches {
    private static final int KEYS = 3;

    /** All, so that their figures are known in the end: a collection of garbage may come at any time. */
    private static final List<Object> KEPT = new ArrayList<>();

    private Caches() {}

    /** A look-up that computes what is missing. */
    private interface LookUp {
        Object get(String key) throws ExecutionException;
    }

    /** See the class. */
    public static void main(String[] arguments) throws Exception {
        caffeine();
        ofSharedBuilder();
        ownClock();
        guava();
        if (arguments.length > 0) {
            written();
        }
    }

    /** What a cache is when it is written and read again; the bytes too. */
    private static Object copied(String name, Object cache) throws IOException, ClassNotFoundException {
        KEPT.add(cache);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(cache);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            Object read = in.readObject();
            Cache<?, ?> copy =
                    read instanceof AsyncCache ? ((AsyncCache<?, ?>) read).synchronous() : (Cache<?, ?>) read;
            System.out.println(name + " written " + Arrays.hashCode(bytes.toByteArray()) + " read "
                    + copy.policy().isRecordingStats() + " " + copy.stats());
            return copy;
        }
    }

    private static void written() throws IOException, ClassNotFoundException {
        KEPT.add(copied("bySize", bySize()));
        KEPT.add(copied("unbounded", unbounded()));
        KEPT.add(copied("async", async()));
        KEPT.add(copied("ofOwner", ofOwner()));
    }

    private static void caffeine() throws ExecutionException {
        use("bySize", bySize());
        use("byWeight", byWeight());
        use("unbounded", unbounded());
        use("async", async().synchronous());
        use("asyncLoading", asyncLoading().synchronous());
        use("ofOwner", ofOwner());
    }

    private static Cache<String, Integer> bySize() {
        return Caffeine.newBuilder().maximumSize(100).build();
    }

    private static Cache<String, Integer> byWeight() {
        return Caffeine.newBuilder()
                .maximumWeight(100)
                .weigher((String key, Integer value) -> 2)
                .build(String::length);
    }

    private static Cache<String, Integer> unbounded() {
        return Caffeine.newBuilder().build();
    }

    private static AsyncCache<String, Integer> async() {
        return Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofHours(1))
                .executor(Runnable::run)
                .buildAsync();
    }

    private static AsyncCache<String, Integer> asyncLoading() {
        return Caffeine.newBuilder().executor(Runnable::run).buildAsync(String::length);
    }

    private static Cache<String, Integer> ofOwner() {
        return Caffeine.newBuilder().maximumSize(100).recordStats().build();
    }

    /** A builder is used twice, and asked for statistics only then: it refuses to be asked again. */
    private static void ofSharedBuilder() throws ExecutionException {
        Caffeine<Object, Object> builder = Caffeine.newBuilder();
        Cache<String, Integer> before = builder.build();
        use("counted", builder.recordStats().build());
        use("before", before);
    }

    /** A cache that counts would ask this clock more often. */
    private static void ownClock() throws ExecutionException {
        AtomicLong asked = new AtomicLong();
        use("ownClock", Caffeine.newBuilder().ticker(asked::incrementAndGet).build());
        System.out.println("asked the time " + asked);
    }

    private static void use(String name, Cache<String, Integer> cache) throws ExecutionException {
        KEPT.add(cache);
        use(name, key -> cache.get(key, String::length));
        Policy<String, Integer> policy = cache.policy();
        System.out.println(
                name + " " + policy.isRecordingStats() + " " + policy.eviction().isPresent() + " "
                        + figures(cache.stats().requestCount(), cache.stats().loadCount()));
        System.out.println(name + " equal " + cache.stats().equals(cache.stats()) + " " + cache.estimatedSize());
    }

    private static void guava() throws ExecutionException {
        use("guava", guavaBySize());
        use("guavaLoading", guavaLoading());
        use("guavaOfOwner", guavaOfOwner());
        CacheBuilder<Object, Object> builder = CacheBuilder.newBuilder();
        com.google.common.cache.Cache<String, Integer> before = builder.build();
        use("guavaCounted", builder.recordStats().build());
        use("guavaBefore", before);
    }

    private static com.google.common.cache.Cache<String, Integer> guavaBySize() {
        return CacheBuilder.newBuilder().maximumSize(100).build();
    }

    private static com.google.common.cache.Cache<String, Integer> guavaLoading() {
        return CacheBuilder.newBuilder()
                .maximumWeight(1000)
                .weigher((String key, Integer value) -> 2)
                .build(new CacheLoader<String, Integer>() {
                    @Override
                    public Integer load(String key) {
                        return key.length();
                    }
                });
    }

    private static com.google.common.cache.Cache<String, Integer> guavaOfOwner() {
        return CacheBuilder.newBuilder().recordStats().build();
    }

    private static void use(String name, com.google.common.cache.Cache<String, Integer> cache)
            throws ExecutionException {
        KEPT.add(cache);
        use(name, key -> cache.get(key, key::length));
        System.out.println(
                name + " " + figures(cache.stats().requestCount(), cache.stats().loadCount()) + " "
                        + cache.stats().hitRate() + " " + cache.size());
    }

    private static void use(String name, LookUp cache) throws ExecutionException {
        for (int i = 0; i < 2 * KEYS; i++) {
            if (!cache.get("key " + i % KEYS).equals(5)) {
                throw new IllegalStateException(name);
            }
        }
    }

    private static String figures(long requests, long loads) {
        return requests + " requests " + loads + " loads";
    }
}
