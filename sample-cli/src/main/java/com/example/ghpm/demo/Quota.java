package com.example.ghpm.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** An hour's worth of requests, counting down. Not safe for threads on its own. */
final class Quota {
    private final int limit;
    private final long resetEpochSecond;
    private int remaining;

    Quota(int limit, int remaining, long resetEpochSecond) {
        this.limit = limit;
        this.remaining = remaining;
        this.resetEpochSecond = resetEpochSecond;
    }

    boolean exhausted() {
        return remaining == 0;
    }

    void take() {
        remaining--;
    }

    int remaining() {
        return remaining;
    }

    Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("x-ratelimit-limit", Integer.toString(limit));
        headers.put("x-ratelimit-remaining", Integer.toString(remaining));
        headers.put("x-ratelimit-used", Integer.toString(limit - remaining));
        headers.put("x-ratelimit-reset", Long.toString(resetEpochSecond));
        headers.put("x-ratelimit-resource", "core");
        return headers;
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("limit", limit)
                .put("used", limit - remaining)
                .put("remaining", remaining)
                .put("reset", resetEpochSecond);
    }
}
