package dev.perfagent.record;

import dev.perfagent.github.HeaderNumber;
import dev.perfagent.github.LinkHeader;
import dev.perfagent.github.Query;
import dev.perfagent.run.Endpoint;
import dev.perfagent.run.EndpointPatterns;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls of one endpoint template. Guarded by its {@link GitHubTotals}. */
final class EndpointTotals {
    /** APIs have fewer; what is beyond them is counted with the first of its hundred, to keep the record small. */
    private static final int MOST_STATUSES = 10;

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
    private long etags;
    private long unchanged;
    private long missingAgain;
    private long movedAgain;
    private long sortedByUpdate;
    private long early;

    EndpointTotals(String endpoint) {
        this.endpoint = endpoint;
    }

    void add(HttpCall call) {
        count++;
        nanos += call.nanos();
        maxNanos = Math.max(maxNanos, call.nanos());
        if (call.status() != null) {
            count(call.status());
        }
        Long length = call.bytes();
        if (length != null) {
            bytes = HeaderNumber.sum(bytes == null ? 0 : bytes, length);
        }
        String query = call.uri().getRawQuery();
        String link = call.header("link");
        if (link != null && LinkHeader.hasNext(link)) {
            paged(Query.perPage(query));
        }
        if (Query.isPageByUpdate(query, link != null)) {
            sortedByUpdate++;
        }
    }

    private void count(Integer code) {
        Integer counted =
                status.size() < MOST_STATUSES || status.containsKey(code) ? code : (Integer) (code / 100 * 100);
        Long before = status.get(counted);
        status.put(counted, before == null ? 1 : before + 1);
    }

    private void paged(@Nullable Integer asked) {
        if (pages > 0 && (asked == null ? perPage != null : !asked.equals(perPage))) {
            mixedPageSizes = true;
        }
        perPage = asked;
        pages++;
    }

    /** A GET got in full what had been got in full before. */
    void repeated(boolean isUnchanged) {
        repeated++;
        unchanged += isUnchanged ? 1 : 0;
    }

    /** A GET was answered in full, and with an ETag. */
    void tagged() {
        etags++;
    }

    void missingAgain() {
        missingAgain++;
    }

    void movedAgain() {
        movedAgain++;
    }

    void early() {
        early++;
    }

    Endpoint endpoint(Polls polls) {
        double[] poll = polls.of(this);
        return new Endpoint(
                endpoint,
                count,
                nanos / 1e6,
                maxNanos / 1e6,
                status,
                bytes,
                repeated,
                pages,
                mixedPageSizes ? null : perPage,
                new EndpointPatterns(
                        etags,
                        unchanged,
                        missingAgain,
                        movedAgain,
                        sortedByUpdate,
                        poll == null ? 0 : (long) poll[0],
                        poll == null ? null : (Double) (poll[1] / 1e6),
                        early));
    }
}
