package dev.perfagent.tip;

import dev.perfagent.run.Cache;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.Run;
import dev.perfagent.threshold.QuantityText;
import dev.perfagent.threshold.Verdict;
import org.jspecify.annotations.Nullable;

/** Advice on caches that are seldom hit. */
final class CacheTips {
    /** A cheaper load is no argument for or against a cache. */
    private static final double LEAST_LOAD_MS = 1;

    private CacheTips() {}

    static String of(String name, Run run) {
        if (name.equals(Verdict.API_CACHE) && run.gitHubApi() != null) {
            return api(run.gitHubApi());
        }
        if (run.caches() != null) {
            for (Cache cache : run.caches()) {
                if (cache.name().equals(name)) {
                    return of(cache);
                }
            }
        }
        return "Check its size and expiry.";
    }

    private static String of(Cache cache) {
        Long hits = cache.hits();
        Long misses = cache.misses();
        if (hits == null || misses == null) {
            return "Turn its statistics on.";
        }
        Long evictions = cache.evictions();
        String cost = cost(cache.loads(), cache.loadMs());
        if (evictions != null && evictions > 0 && evictions * 2 >= misses) {
            return QuantityText.count(evictions, "eviction") + " on " + misses + (misses == 1 ? " miss" : " misses")
                    + size(cache.size()) + ": a larger maximum size would keep more"
                    + " (a longer expiry, if that is what removes them)." + cost;
        }
        String found = hits + " of " + QuantityText.count(hits + misses, "look-up") + " hit";
        if (evictions != null && evictions == 0) {
            return found + " and nothing was evicted: its keys are seldom asked for twice;"
                    + " keep entries longer, or do without the cache." + cost;
        }
        return found + (evictions == null ? "" : ", with " + QuantityText.count(evictions, "eviction"))
                + ": check that equal requests have equal keys, and its expiry." + cost;
    }

    private static String size(@Nullable Long size) {
        return size == null ? "" : " with " + size + (size == 1 ? " entry" : " entries") + " at the end";
    }

    private static String cost(@Nullable Long loads, @Nullable Double loadMs) {
        if (loads == null || loadMs == null || loads < 1 || loadMs / loads < LEAST_LOAD_MS) {
            return "";
        }
        return " A load takes " + QuantityText.ms(loadMs / loads) + " on average.";
    }

    private static String api(GitHubApi api) {
        Saving saving = RequestSavings.certain(api);
        if (saving != null && saving.requests() >= api.requestsMade() * Saving.WORTH_IT) {
            return saving.tip();
        }
        Long hits = api.cacheHits();
        Long misses = api.cacheMisses();
        String found = hits == null || misses == null
                ? ""
                : hits + " of " + (hits + misses) + " requests came from the cache; ";
        return found + "a cache folder that is kept between runs, and large enough, raises it.";
    }
}
