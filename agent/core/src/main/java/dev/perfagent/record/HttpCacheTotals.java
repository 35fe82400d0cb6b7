package dev.perfagent.record;

import dev.perfagent.run.Cache;
import org.jspecify.annotations.Nullable;

/** How a client's own HTTP cache answered requests to hosts other than GitHub. Safe for concurrent use. */
public final class HttpCacheTotals implements WatchedCache {
    private final String kind;
    private long hits;
    private long misses;

    /** @param kind of the client, such as {@code okhttp} */
    public HttpCacheTotals(String kind) {
        this.kind = kind;
    }

    /** A request was answered by the cache alone, or else by the network alone. */
    public synchronized void add(boolean isHit) {
        hits += isHit ? 1 : 0;
        misses += isHit ? 0 : 1;
    }

    @Override
    public synchronized @Nullable Cache read(String uniqueName) {
        return new Cache(uniqueName, kind, hits, misses, null, null, null, null);
    }

    @Override
    public String name() {
        return "HTTP cache";
    }
}
