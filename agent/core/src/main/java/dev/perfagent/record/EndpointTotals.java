package dev.perfagent.record;

import dev.perfagent.github.LinkHeader;
import dev.perfagent.github.Query;
import dev.perfagent.run.Endpoint;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls of one endpoint template. Guarded by its {@link GitHubTotals}. */
final class EndpointTotals {
    private final String endpoint;
    private final Map<Integer, Long> status = new HashMap<>();
    private long count;
    private long nanos;
    private long maxNanos;
    private @Nullable Long bytes;
    private long repeated;
    private long pages;
    private @Nullable Integer perPage;
    private boolean mixedPageSizes;

    EndpointTotals(String endpoint) {
        this.endpoint = endpoint;
    }

    void add(HttpCall call, boolean isRepeated) {
        count++;
        nanos += call.nanos();
        maxNanos = Math.max(maxNanos, call.nanos());
        repeated += isRepeated ? 1 : 0;
        if (call.status() != null) {
            Long before = status.get(call.status());
            status.put(call.status(), before == null ? 1 : before + 1);
        }
        Long length = call.bytes();
        if (length != null) {
            bytes = (bytes == null ? 0 : bytes) + length;
        }
        String link = call.headers() == null ? null : call.headers().first("link");
        if (link != null && LinkHeader.hasNext(link)) {
            paged(Query.perPage(call.uri().getRawQuery()));
        }
    }

    private void paged(@Nullable Integer asked) {
        if (pages > 0 && (asked == null ? perPage != null : !asked.equals(perPage))) {
            mixedPageSizes = true;
        }
        perPage = asked;
        pages++;
    }

    Endpoint endpoint() {
        return new Endpoint(
                endpoint,
                count,
                nanos / 1e6,
                maxNanos / 1e6,
                status,
                bytes,
                repeated,
                pages,
                mixedPageSizes ? null : perPage);
    }
}
