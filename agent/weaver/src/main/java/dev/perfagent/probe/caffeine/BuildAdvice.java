package dev.perfagent.probe.caffeine;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Ticker;
import com.github.benmanes.caffeine.cache.stats.ConcurrentStatsCounter;
import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Advice that gives a builder without statistics a counter during {@code build}. The counter is taken away at the end. So
 * each cache of a builder that is used again gets its own, and its owner may still call {@code recordStats}, which refuses a
 * second call.
 *
 * <p>A cache that counts also asks the time, of a clock that may be the application's. One with such a clock is left alone.
 */
final class BuildAdvice {
    private BuildAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(
            @SiteNumber int site,
            @Advice.FieldValue("ticker") @Nullable Ticker ticker,
            @Advice.FieldValue(value = "statsCounterSupplier", readOnly = false) @Nullable Supplier<?> supplier) {
        Object counter = null;
        try {
            boolean isOwn = ticker != null && ticker != Ticker.systemTicker() && ticker != Ticker.disabledTicker();
            counter = isOwn ? null : new ConcurrentStatsCounter();
        } catch (Throwable otherVersion) {
            counter = null;
        }
        Object token = Handoff.enter(site, supplier, counter);
        if (token instanceof Supplier) {
            supplier = (Supplier<?>) token;
        }
        return token;
    }

    @Advice.OnMethodExit(onThrowable = true, suppress = true)
    static void exit(
            @SiteNumber int site,
            @Advice.Enter @Nullable Object token,
            @Advice.FieldValue(value = "statsCounterSupplier", readOnly = false) @Nullable Supplier<?> supplier,
            @Advice.Return @Nullable Object cache,
            @Advice.Thrown @Nullable Throwable thrown) {
        boolean counts = supplier != null && token == null;
        if (token != null && supplier == token) {
            supplier = null;
        }
        Object[] built = null;
        if (cache != null) {
            Object view = cache;
            if (cache instanceof AsyncLoadingCache) {
                view = ((AsyncLoadingCache<?, ?>) cache).synchronous();
            } else if (!(cache instanceof Cache)) { // before 2.7 there is no AsyncCache, and so no such cache
                view = ((AsyncCache<?, ?>) cache).synchronous();
            }
            built = new Object[] {
                view,
                token == null ? null : ((Cache<?, ?>) view).policy(),
                "caffeine",
                "estimatedSize",
                counts ? "stats" : null,
                "snapshot",
                "hitCount",
                "missCount",
                "evictionCount",
                "totalLoadTime",
                "loadSuccessCount",
                "loadFailureCount"
            };
        }
        Handoff.exit(site, token, built, thrown);
    }
}
