package dev.perfagent.probe.guava;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/** The probe for Guava's caches: their builder, and the counter that the application may ask. */
public final class GuavaProbe {
    private static final String PACKAGE = "com/google/common/";

    /** The probe. */
    public static final Probe PROBE = Probe.of(
            "guava",
            "Guava 16 to 33",
            ProbedClass.relocatable(
                    "common/cache/CacheBuilder",
                    PACKAGE,
                    "cache/CacheBuilder",
                    hook("()L" + PACKAGE + "cache/Cache;"),
                    hook("(L" + PACKAGE + "cache/CacheLoader;)L" + PACKAGE + "cache/LoadingCache;")),
            ProbedClass.relocatable(
                    "common/cache/AbstractCache$SimpleStatsCounter",
                    PACKAGE,
                    "cache/AbstractCache$SimpleStatsCounter",
                    Hook.of(
                            "snapshot",
                            "()L" + PACKAGE + "cache/CacheStats;",
                            Site.CACHE_STATISTICS,
                            SnapshotAdvice.class)));

    private GuavaProbe() {}

    private static Hook hook(String descriptor) {
        return Hook.of("build", descriptor, Site.CACHE_BUILT, BuildAdvice.class);
    }
}
