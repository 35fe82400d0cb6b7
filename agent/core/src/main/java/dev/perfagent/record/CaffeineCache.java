package dev.perfagent.record;

import dev.perfagent.run.Cache;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * A Caffeine cache under observation. It is held weakly, for the application may be done with it; its counter, a few numbers,
 * strongly, so that what was counted is not lost with it.
 */
final class CaffeineCache implements CacheTotals.WatchedCache {
    private static final String KIND = "caffeine";
    private static final double NANOS_PER_MS = 1e6;

    private final WeakReference<Object> cache;
    private final @Nullable Object counter;
    private final String name;

    CaffeineCache(Object cache, @Nullable Object counter, String name) {
        this.cache = new WeakReference<>(cache);
        this.counter = counter;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable Cache read(String uniqueName) {
        if (counter != null) {
            return readNow(uniqueName);
        }
        return new Question<Cache>() { // the counter may be the application's own
            @Override
            @Nullable
            Cache ask() {
                return readNow(uniqueName);
            }
        }.answer();
    }

    private @Nullable Cache readNow(String uniqueName) {
        Object held = cache.get();
        Long size = null;
        Object stats = null;
        try {
            Object synchronousView = held == null ? null : synchronousView(held);
            if (synchronousView != null) {
                size = number(synchronousView, "estimatedSize");
            }
            if (counter != null) {
                stats = call(counter, "snapshot");
            } else if (synchronousView != null && isRecording(synchronousView)) {
                stats = call(synchronousView, "stats");
            }
            if (stats == null) {
                return held == null ? null : new Cache(uniqueName, KIND, null, null, null, null, null, size);
            }
            long loads = number(stats, "loadSuccessCount") + number(stats, "loadFailureCount");
            return new Cache(
                    uniqueName,
                    KIND,
                    number(stats, "hitCount"),
                    number(stats, "missCount"),
                    number(stats, "evictionCount"),
                    loads,
                    number(stats, "totalLoadTime") / NANOS_PER_MS,
                    size);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError | StackOverflowError otherVersion) {
            return new Cache(uniqueName, KIND, null, null, null, null, null, size);
        }
    }

    private static Object synchronousView(Object cache) throws ReflectiveOperationException {
        Method view = publicMethod(cache.getClass(), "synchronous");
        return view == null ? cache : view.invoke(cache);
    }

    private static boolean isRecording(Object cache) throws ReflectiveOperationException {
        return Boolean.TRUE.equals(call(call(cache, "policy"), "isRecordingStats"));
    }

    private static long number(Object from, String method) throws ReflectiveOperationException {
        return ((Number) call(from, method)).longValue();
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        Method found = publicMethod(target.getClass(), method);
        if (found == null) {
            throw new NoSuchMethodException(target.getClass().getName() + "." + method);
        }
        return found.invoke(target);
    }

    /** Caffeine's classes are package-private: a method can be called only by way of the public type that declares it. */
    private static @Nullable Method publicMethod(Class<?> type, String name) {
        for (Class<?> t = type; t != null; t = t.getSuperclass()) {
            Method found = declared(t, name);
            if (found != null) {
                return found;
            }
            for (Class<?> implemented : t.getInterfaces()) {
                found = publicMethod(implemented, name);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static @Nullable Method declared(Class<?> type, String name) {
        if (!Modifier.isPublic(type.getModifiers())) {
            return null;
        }
        try {
            return type.getDeclaredMethod(name);
        } catch (NoSuchMethodException elsewhere) {
            return null;
        }
    }
}
