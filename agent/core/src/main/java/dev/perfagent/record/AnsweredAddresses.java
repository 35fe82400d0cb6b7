package dev.perfagent.record;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** What was asked for before, and how it was answered. Guarded by its {@link GitHubTotals}. */
final class AnsweredAddresses {
    /** Beyond this many distinct addresses repetitions are no longer looked for: about 100 bytes each. */
    private static final int MOST = 20_000;

    private static final int MOVED = 301;
    private static final int MOVED_FOR_GOOD = 308;
    private static final int MISSING = 404;
    private static final int OK = 200;

    /** The hash of the ETag, or 0 for none, by address and kind of answer. */
    private final Map<Long, Integer> seen = new HashMap<>();

    static long key(URI uri) {
        return (long) uri.hashCode() << 32 ^ uri.toString().hashCode();
    }

    void add(HttpCall call, long key, EndpointTotals endpoint) {
        int status = call.status() == null ? 0 : call.status();
        if (status == MOVED || status == MOVED_FOR_GOOD) {
            if (isSeen(~key, 0)) {
                endpoint.movedAgain();
            }
        } else if (!call.method().equals("GET")) {
            return;
        } else if (status == MISSING) {
            if (isSeen(key ^ MISSING, 0)) {
                endpoint.missingAgain();
            }
        } else if (status == OK) {
            got(call, key, endpoint);
        }
    }

    private void got(HttpCall call, long key, EndpointTotals endpoint) {
        String tag = call.header("etag");
        int hash = tag == null ? 0 : tag.hashCode();
        if (tag != null) {
            endpoint.tagged();
        }
        Integer before = seen.get(key);
        if (before != null) {
            endpoint.repeated(hash != 0 && hash == before);
        }
        if (before == null ? seen.size() < MOST : hash != before) {
            seen.put(key, hash);
        }
    }

    private boolean isSeen(long key, int hash) {
        return seen.containsKey(key) || seen.size() < MOST && seen.put(key, hash) != null;
    }
}
