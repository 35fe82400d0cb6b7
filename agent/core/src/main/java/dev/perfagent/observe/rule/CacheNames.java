package dev.perfagent.observe.rule;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** The names that caches got where they were made. The caches are held weakly. Safe for concurrent use. */
public final class CacheNames {
    /** A run records 100 caches. The same again for those that are left from earlier commands of the process. */
    private static final int MOST = 200;

    private volatile Named[] all = new Named[0];

    private record Named(WeakReference<Object> cache, String name) {}

    /** That cache has that name. */
    synchronized void add(Object cache, String name) {
        int kept = 0;
        Named[] living = new Named[all.length + 1];
        for (Named one : all) {
            Object other = one.cache().get();
            if (other != null && other != cache) {
                living[kept++] = one;
            }
        }
        if (kept < MOST) {
            living[kept++] = new Named(new WeakReference<>(cache), name);
        }
        Named[] fitting = new Named[kept];
        System.arraycopy(living, 0, fitting, 0, kept);
        all = fitting;
    }

    /** The name of that cache; null when it got none. */
    @Nullable
    String of(Object cache) {
        for (Named one : all) {
            if (one.cache().get() == cache) {
                return one.name();
            }
        }
        return null;
    }
}
