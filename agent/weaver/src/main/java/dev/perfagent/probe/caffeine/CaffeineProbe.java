package dev.perfagent.probe.caffeine;

import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import java.util.List;

/**
 * Caffeine's builder, wherever it was relocated to. {@code buildAsync(CacheLoader)} is left out: it calls
 * {@code buildAsync(AsyncCacheLoader)}, and the others call none of each other, so each cache is told once.
 */
public final class CaffeineProbe implements Probe {
    private static final String HOME = "com/github/benmanes/caffeine/cache/";
    private static final String CLASS = "Caffeine";

    @Override
    public String name() {
        return "caffeine";
    }

    @Override
    public boolean covers(String className) {
        return className.endsWith("caffeine/cache/Caffeine");
    }

    @Override
    public List<String> watched() {
        return List.of("*caffeine/cache/Caffeine");
    }

    @Override
    public List<Hook> hooks(String className) {
        return List.of(
                new Hook("build", "()L" + HOME + "Cache;", BuildAdvice.class),
                new Hook("build", "(L" + HOME + "CacheLoader;)L" + HOME + "LoadingCache;", BuildAdvice.class),
                new Hook("buildAsync", "()L" + HOME + "AsyncCache;", BuildAdvice.class),
                new Hook(
                        "buildAsync",
                        "(L" + HOME + "AsyncCacheLoader;)L" + HOME + "AsyncLoadingCache;",
                        BuildAdvice.class));
    }

    @Override
    public String home() {
        return HOME;
    }

    @Override
    public String place(String className) {
        return className.substring(0, className.length() - CLASS.length());
    }
}
