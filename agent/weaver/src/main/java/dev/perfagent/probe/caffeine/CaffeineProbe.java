package dev.perfagent.probe.caffeine;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/**
 * Caffeine's builder, wherever it was relocated to. {@code buildAsync(CacheLoader)} is left out: it calls
 * {@code buildAsync(AsyncCacheLoader)}, and the others call none of each other, so each cache is reported once.
 */
public final class CaffeineProbe {
    private static final String HOME = "com/github/benmanes/caffeine/cache/";

    /** As data. */
    public static final Probe PROBE = Probe.of(
            "caffeine",
            "Caffeine 2.8 to 3.2",
            ProbedClass.relocatable(
                    "caffeine/cache/Caffeine",
                    HOME,
                    "Caffeine",
                    hook("build", "()L" + HOME + "Cache;"),
                    hook("build", "(L" + HOME + "CacheLoader;)L" + HOME + "LoadingCache;"),
                    hook("buildAsync", "()L" + HOME + "AsyncCache;"),
                    hook("buildAsync", "(L" + HOME + "AsyncCacheLoader;)L" + HOME + "AsyncLoadingCache;")));

    private CaffeineProbe() {}

    private static Hook hook(String method, String descriptor) {
        return Hook.of(method, descriptor, Site.CACHE_BUILT, BuildAdvice.class);
    }
}
