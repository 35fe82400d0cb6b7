package dev.perfagent.record;

import dev.perfagent.run.Cache;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The caches an execution built. Safe for concurrent use. */
public final class CacheTotals {
    /** DESIGN section 6. */
    private static final int MOST_CACHES = 100;

    private final List<WatchedCache> caches = new ArrayList<>();
    private final Map<String, HttpCacheTotals> http = new HashMap<>(2);
    private final Map<String, RuleCacheTotals> byRule = new HashMap<>(2);
    private @Nullable RuleCacheTotals unkept;

    public synchronized void add(WatchedCache cache) {
        if (caches.size() < MOST_CACHES) {
            caches.add(cache);
        }
    }

    /** The HTTP cache of such a client. */
    public synchronized HttpCacheTotals ofHttp(String kind) {
        HttpCacheTotals totals = http.get(kind);
        if (totals == null) {
            totals = new HttpCacheTotals(kind);
            http.put(kind, totals);
            add(totals);
        }
        return totals;
    }

    /**
     * Those of a cache that rules are about.
     *
     * @param given its name before anything is taken out of it
     * @return null when it is not known yet
     */
    public synchronized @Nullable RuleCacheTotals ofRule(String given) {
        RuleCacheTotals totals = byRule.get(given);
        return totals == null && caches.size() >= MOST_CACHES ? unkept : totals;
    }

    /** Those of such a cache, which may have become known meanwhile. Beyond the limit they are counted, but not kept. */
    public synchronized RuleCacheTotals ofRule(String given, RuleCacheTotals ifNew) {
        RuleCacheTotals known = byRule.get(given);
        if (known != null) {
            return known;
        }
        if (caches.size() < MOST_CACHES) {
            byRule.put(given, ifNew);
            add(ifNew);
        } else {
            unkept = ifNew;
        }
        return ifNew;
    }

    /** All of them; caches of one name get a number behind it, from the second on. */
    synchronized List<Cache> read() {
        List<Cache> read = new ArrayList<>(caches.size());
        for (int i = 0; i < caches.size(); i++) {
            WatchedCache watched = caches.get(i);
            int same = 1;
            for (int j = 0; j < i; j++) {
                same += caches.get(j).name().equals(watched.name()) ? 1 : 0;
            }
            Cache cache = watched.read(same == 1 ? watched.name() : watched.name() + "-" + same);
            if (cache != null) {
                read.add(cache);
            }
        }
        return read;
    }
}
