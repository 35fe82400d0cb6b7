package dev.perfagent.probe.caffeine;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** Advice that lets the serial form of a cache say that it records no statistics, when only we asked for them. */
final class SerialFormAdvice {
    private SerialFormAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static @Nullable Object enter(@SiteNumber int site, @Advice.This Object cache) {
        Object view = cache;
        if (cache instanceof AsyncLoadingCache) {
            view = ((AsyncLoadingCache<?, ?>) cache).synchronous();
        } else if (!(cache instanceof Cache)) { // before 2.7 there is no AsyncCache, and so no such cache
            view = ((AsyncCache<?, ?>) cache).synchronous();
        }
        return Handoff.enter(site, view, null);
    }

    @Advice.OnMethodExit(suppress = true)
    static void exit(
            @Advice.This Object cache, @Advice.Enter @Nullable Object token, @Advice.Return @Nullable Object form)
            throws Exception {
        if (token != null && form != null) {
            Field isRecording = form.getClass().getDeclaredField("isRecordingStats");
            isRecording.setAccessible(true); // seen from its own package, into which this is inlined
            isRecording.setBoolean(form, false);
            Field ticker = form.getClass().getDeclaredField("ticker");
            ticker.setAccessible(true);
            // Up to Caffeine 2 an unbounded cache writes its clock, which it has for statistics only.
            if (ticker.get(form) != null && cache.getClass().getName().contains(".UnboundedLocalCache")) {
                ticker.set(form, Ticker.disabledTicker());
            }
        }
    }
}
