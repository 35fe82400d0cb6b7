package dev.perfagent.probe.caffeine;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/**
 * The probe for Caffeine: its builder, and what the application may ask about statistics. {@code buildAsync(CacheLoader)} is left
 * out because it calls {@code buildAsync(AsyncCacheLoader)}. None of the others calls another, so each cache is reported once.
 */
public final class CaffeineProbe {
    private static final String PACKAGE = "com/github/benmanes/caffeine/cache/";

    /** The probe. */
    public static final Probe PROBE = Probe.of(
            "caffeine",
            "Caffeine 2.8 to 3.3",
            ProbedClass.relocatable(
                    "caffeine/cache/Caffeine",
                    PACKAGE,
                    "Caffeine",
                    hook("build", "()L" + PACKAGE + "Cache;"),
                    hook("build", "(L" + PACKAGE + "CacheLoader;)L" + PACKAGE + "LoadingCache;"),
                    hook("buildAsync", "()L" + PACKAGE + "AsyncCache;"),
                    hook("buildAsync", "(L" + PACKAGE + "AsyncCacheLoader;)L" + PACKAGE + "AsyncLoadingCache;")),
            asked(
                    "stats/ConcurrentStatsCounter",
                    "snapshot",
                    "()L" + PACKAGE + "stats/CacheStats;",
                    SnapshotAdvice.class),
            asked("BoundedLocalCache$BoundedPolicy", "isRecordingStats", "()Z", PolicyAdvice.class),
            asked("UnboundedLocalCache$UnboundedPolicy", "isRecordingStats", "()Z", PolicyAdvice.class),
            serial("BoundedLocalCache$BoundedLocalManualCache"),
            serial("BoundedLocalCache$BoundedLocalLoadingCache"),
            serial("BoundedLocalCache$BoundedLocalAsyncCache"),
            serial("BoundedLocalCache$BoundedLocalAsyncLoadingCache"),
            serial("UnboundedLocalCache$UnboundedLocalManualCache"),
            serial("UnboundedLocalCache$UnboundedLocalLoadingCache"),
            serial("UnboundedLocalCache$UnboundedLocalAsyncCache"),
            serial("UnboundedLocalCache$UnboundedLocalAsyncLoadingCache"));

    private CaffeineProbe() {}

    private static ProbedClass serial(String name) {
        return asked(name, "writeReplace", "()Ljava/lang/Object;", SerialFormAdvice.class);
    }

    private static ProbedClass asked(String name, String method, String descriptor, Class<?> advice) {
        return ProbedClass.relocatable(
                "caffeine/cache/" + name, PACKAGE, name, Hook.of(method, descriptor, Site.CACHE_STATISTICS, advice));
    }

    private static Hook hook(String method, String descriptor) {
        return Hook.of(method, descriptor, Site.CACHE_BUILT, BuildAdvice.class);
    }
}
