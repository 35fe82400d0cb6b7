package dev.perfagent.probe.caffeine;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/**
 * The probe for Caffeine's builder. {@code buildAsync(CacheLoader)} is left out because it calls
 * {@code buildAsync(AsyncCacheLoader)}. None of the others calls another, so each cache is reported once.
 */
public final class CaffeineProbe {
    private static final String PACKAGE = "com/github/benmanes/caffeine/cache/";

    /** The probe. */
    public static final Probe PROBE = Probe.of(
            "caffeine",
            "Caffeine 2.8 to 3.2",
            ProbedClass.relocatable(
                    "caffeine/cache/Caffeine",
                    PACKAGE,
                    "Caffeine",
                    hook("build", "()L" + PACKAGE + "Cache;"),
                    hook("build", "(L" + PACKAGE + "CacheLoader;)L" + PACKAGE + "LoadingCache;"),
                    hook("buildAsync", "()L" + PACKAGE + "AsyncCache;"),
                    hook("buildAsync", "(L" + PACKAGE + "AsyncCacheLoader;)L" + PACKAGE + "AsyncLoadingCache;")));

    private CaffeineProbe() {}

    private static Hook hook(String method, String descriptor) {
        return Hook.of(method, descriptor, Site.CACHE_BUILT, BuildAdvice.class);
    }
}
