package dev.perfagent.probe.caffeine;

import com.github.benmanes.caffeine.cache.stats.CacheStats;
import com.github.benmanes.caffeine.cache.stats.ConcurrentStatsCounter;
import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.jspecify.annotations.Nullable;

/** Advice that lets a counter answer as a cache without statistics, when it was lent and the application asks. */
final class SnapshotAdvice {
    private SnapshotAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@SiteNumber int site, @Advice.This Object counter) {
        return Handoff.enter(site, counter, null);
    }

    @Advice.OnMethodExit
    static void exit(
            @Advice.Enter @Nullable Object token, @Advice.Return(readOnly = false) @Nullable CacheStats statistics) {
        if (token != null) {
            try {
                statistics = CacheStats.empty();
            } catch (LinkageError before23) {
                statistics = new ConcurrentStatsCounter().snapshot();
            }
        }
    }
}
