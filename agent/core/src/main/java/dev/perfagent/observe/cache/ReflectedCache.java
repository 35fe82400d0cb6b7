package dev.perfagent.observe.cache;

import dev.perfagent.record.BoundedCall;
import dev.perfagent.record.WatchedCache;
import dev.perfagent.run.Cache;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * A cache of some library, whose methods are called by the names that its advice has handed over. It is held weakly, because the
 * application may be done with it; its counter, a few numbers, strongly, so that what was counted is not lost with it.
 */
final class ReflectedCache implements WatchedCache, LentCounter.Question {
    private static final double NANOS_PER_MS = 1e6;

    /** The place of the object that the application can ask whether the cache counts. */
    static final int TELLTALE = 1;

    /** Where the cache's kind is; from here on the names of methods. */
    private static final int KIND = 2;

    private static final int SIZE = 3;
    private static final int STATISTICS = 4;
    private static final int STATISTICS_OF_COUNTER = 5;
    private static final int HITS = 6;
    private static final int MISSES = 7;
    private static final int EVICTIONS = 8;
    private static final int LOAD_NANOS = 9;

    /** This and all behind it add up to the loads. */
    static final int FIRST_LOADS = 10;

    private final WeakReference<Object> cache;
    private final Object[] facts;
    private final @Nullable LentCounter counter;
    private final String name;

    /**
     * For one cache.
     *
     * @param facts see {@link dev.perfagent.hook.Site#CACHE_BUILT}
     * @param counter that was lent to it; null when it has none, or one of its owner's
     * @param name where it was built
     */
    ReflectedCache(Object[] facts, @Nullable LentCounter counter, String name) {
        this.cache = new WeakReference<>(facts[0]);
        this.facts = facts.clone();
        this.facts[0] = "";
        this.facts[TELLTALE] = "";
        this.counter = counter;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable Cache read(String uniqueName) {
        return read(uniqueName, BoundedCall.MOST_MILLIS);
    }

    @Nullable
    Cache read(String uniqueName, long mostMillis) {
        if (counter != null) {
            return readNow(uniqueName);
        }
        return new BoundedCall<Cache>() { // the counter may be the application's own
            @Override
            public @Nullable Cache ask() {
                return readNow(uniqueName);
            }
        }.answer(mostMillis);
    }

    private @Nullable Cache readNow(String uniqueName) {
        Object held = cache.get();
        Long size = null;
        Object stats = null;
        try {
            if (held != null && method(SIZE) != null) {
                size = number(held, SIZE);
            }
            if (counter != null) {
                stats = counter.answer(this);
            } else if (held != null && method(STATISTICS) != null) {
                stats = call(held, STATISTICS);
            }
            if (stats == null) {
                return held == null ? null : unknown(uniqueName, size);
            }
            long loads = 0;
            for (int i = FIRST_LOADS; i < facts.length; i++) {
                loads += number(stats, i);
            }
            return new Cache(
                    uniqueName,
                    kind(),
                    number(stats, HITS),
                    number(stats, MISSES),
                    number(stats, EVICTIONS),
                    loads,
                    number(stats, LOAD_NANOS) / NANOS_PER_MS,
                    size);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError | StackOverflowError otherVersion) {
            return unknown(uniqueName, size);
        }
    }

    @Override
    public Object ask(Object lent) throws ReflectiveOperationException {
        return call(lent, STATISTICS_OF_COUNTER);
    }

    private Cache unknown(String uniqueName, @Nullable Long size) {
        return new Cache(uniqueName, kind(), null, null, null, null, null, size);
    }

    private String kind() {
        return String.valueOf(facts[KIND]);
    }

    private @Nullable String method(int fact) {
        return facts[fact] instanceof String method ? method : null;
    }

    private long number(Object from, int fact) throws ReflectiveOperationException {
        return ((Number) call(from, fact)).longValue();
    }

    private Object call(Object target, int fact) throws ReflectiveOperationException {
        String wanted = String.valueOf(method(fact));
        Method found = publicMethod(target.getClass(), wanted);
        if (found == null) {
            throw new NoSuchMethodException(target.getClass().getName() + "." + wanted);
        }
        return found.invoke(target);
    }

    /** The classes may not be public: a method can be called only by way of the public type that declares it. */
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
