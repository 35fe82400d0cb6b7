package dev.perfagent.record;

import dev.perfagent.github.HeaderNumber;
import dev.perfagent.run.HttpHost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** HTTP calls by host. Safe for concurrent use. */
public final class HttpTotals {
    /** DESIGN section 6. */
    private static final int MOST_HOSTS = 50;

    private final Map<String, Sum> hosts = new LinkedHashMap<>();

    private static final class Sum {
        long requests;
        long nanos;
        long errors;

        @Nullable
        Long bytes;

        @Nullable
        Long sent;

        @Nullable
        Long received;

        @Nullable
        HostLimitState limit;
    }

    /**
     * A request is over.
     *
     * @param isGitHub whether it went to GitHub's API, whose limits are counted elsewhere
     */
    public synchronized void add(HttpCall call, boolean isGitHub, long nowEpochSeconds) {
        String named = call.host();
        String host = NameLimit.of(named == null ? NameLimit.OTHER : named, hosts, MOST_HOSTS);
        Sum sum = hosts.get(host);
        if (sum == null) {
            sum = new Sum();
            hosts.put(host, sum);
        }
        sum.requests++;
        sum.nanos += call.nanos();
        sum.errors += call.isError() ? 1 : 0;
        Long announced = call.bytes();
        sum.bytes = sum(sum.bytes, announced);
        sum.sent = sum(sum.sent, call.bytesSent());
        sum.received = sum(sum.received, call.bytesReceived(announced));
        if (!isGitHub && call.headers() != null) {
            sum.limit = HostLimitState.with(sum.limit, call, call.headers(), nowEpochSeconds);
        }
    }

    private static @Nullable Long sum(@Nullable Long before, @Nullable Long more) {
        return more == null ? before : Long.valueOf(HeaderNumber.sum(before == null ? 0 : before, more));
    }

    synchronized List<HttpHost> hosts() {
        List<HttpHost> list = new ArrayList<>(hosts.size());
        for (Map.Entry<String, Sum> entry : hosts.entrySet()) {
            Sum sum = entry.getValue();
            list.add(new HttpHost(
                    entry.getKey(),
                    sum.requests,
                    sum.nanos / 1e6,
                    sum.errors,
                    sum.bytes,
                    sum.limit == null ? null : sum.limit.limit(),
                    sum.sent,
                    sum.received));
        }
        return list;
    }
}
