package dev.perfagent.observe.http;

import org.jspecify.annotations.Nullable;

/** A request that passes through the HTTP cache of a client, if that has one. */
final class HttpCacheCall {
    final String kind;
    final Object address;

    /** Around which this one is, on the same thread; null for none. */
    final @Nullable HttpCacheCall outer;

    /** Requests that the thread had sent before. */
    final long requestsBefore;

    /** Whether there is a cache. */
    boolean isAsked;

    /** Of the last request sent inside; null for none. */
    @Nullable
    Integer status;

    HttpCacheCall(String kind, Object address, boolean isAsked, @Nullable HttpCacheCall outer, long requestsBefore) {
        this.kind = kind;
        this.address = address;
        this.isAsked = isAsked;
        this.outer = outer;
        this.requestsBefore = requestsBefore;
    }
}
