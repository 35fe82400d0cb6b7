package dev.perfagent.probe.guava;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.cache.AbstractCache.SimpleStatsCounter;
import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.jspecify.annotations.Nullable;

/**
 * Advice that gives a builder without statistics a counter during {@code build}, and takes it away at the end, because a builder
 * may be used again, and refuses a second {@code recordStats}. Each segment of a cache has the same counter.
 *
 * <p>Up to Guava 33.4.4, and in the flavour for Android, a counter is made by {@code sun.misc.Unsafe}. JDK 24 and newer print a
 * warning of that to stderr, so there the cache is left without.
 */
final class BuildAdvice {
    private BuildAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(
            @SiteNumber int site,
            @Advice.FieldValue("CACHE_STATS_COUNTER") @Nullable Object counted,
            @Advice.FieldValue(value = "statsCounterSupplier", readOnly = false) @Nullable Supplier<?> supplier) {
        Object counter = null;
        try {
            boolean warns = false;
            if (supplier != counted && Runtime.version().feature() >= 24) {
                try {
                    Class<?> counters = SimpleStatsCounter.class;
                    Class.forName(counters.getPackageName().concat(".Striped64"), false, counters.getClassLoader());
                    warns = true;
                } catch (ClassNotFoundException newer) {
                    warns = false;
                }
            }
            counter = supplier == counted || warns ? null : new SimpleStatsCounter();
        } catch (Throwable otherVersion) {
            counter = null;
        }
        Object token = Handoff.enter(site, null, counter);
        if (token instanceof java.util.function.Supplier) {
            supplier = Suppliers.ofInstance(((java.util.function.Supplier<?>) token).get());
        }
        return token;
    }

    @Advice.OnMethodExit(onThrowable = true, suppress = true)
    static void exit(
            @SiteNumber int site,
            @Advice.Enter @Nullable Object token,
            @Advice.FieldValue("NULL_STATS_COUNTER") @Nullable Supplier<?> none,
            @Advice.FieldValue(value = "statsCounterSupplier", readOnly = false) @Nullable Supplier<?> supplier,
            @Advice.Return @Nullable Object cache,
            @Advice.Thrown @Nullable Throwable thrown) {
        boolean counts = token == null && supplier != none;
        if (token != null) {
            supplier = none;
        }
        Object[] built = null;
        if (cache != null) {
            built = new Object[] {
                cache,
                null,
                "guava",
                "size",
                counts ? "stats" : null,
                "snapshot",
                "hitCount",
                "missCount",
                "evictionCount",
                "totalLoadTime",
                "loadSuccessCount",
                "loadExceptionCount"
            };
        }
        Handoff.exit(site, token, built, thrown);
    }
}
