package dev.perfagent.record;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds addresses that are asked for at a regular interval. Guarded by its {@link GitHubTotals}. */
final class Polls {
    /** So many addresses are followed; polling is done at few. */
    private static final int MOST_ADDRESSES = 64;

    /** Requests in a shorter time follow one another; nobody waits between them. */
    private static final long LEAST_NANOS = 500_000_000L;

    /** From so many intervals on, that they are alike is no chance; and by how much they may vary. */
    private static final int LEAST_INTERVALS = 4;

    private static final double MOST_VARIATION = 0.25;

    private final Map<Long, Poll> byAddress = new LinkedHashMap<>();

    private static final class Poll {
        final EndpointTotals endpoint;
        long startNanos;
        long pollSeconds;
        long intervals;
        double mean;
        double squares;

        Poll(EndpointTotals endpoint) {
            this.endpoint = endpoint;
        }
    }

    /**
     * An address was asked for.
     *
     * @param pollSeconds of {@code x-poll-interval}; 0 when the answer has none
     */
    void add(long address, EndpointTotals endpoint, long startNanos, long pollSeconds) {
        Poll poll = byAddress.get(address);
        if (poll == null) {
            if (byAddress.size() >= MOST_ADDRESSES) {
                Iterator<Long> oldest = byAddress.keySet().iterator();
                oldest.next();
                oldest.remove();
            }
            poll = new Poll(endpoint);
            byAddress.put(address, poll);
        } else {
            long interval = startNanos - poll.startNanos;
            if (interval < poll.pollSeconds * 1_000_000_000L) {
                endpoint.early();
            }
            if (interval >= LEAST_NANOS) {
                poll.intervals++;
                double difference = interval - poll.mean;
                poll.mean += difference / poll.intervals;
                poll.squares += difference * (interval - poll.mean); // Welford's method
            }
        }
        poll.startNanos = startNanos;
        poll.pollSeconds = pollSeconds;
    }

    /** The poll of that endpoint with most requests: how many, and in which interval in ns; null for none. */
    double @Nullable [] of(EndpointTotals endpoint) {
        Poll most = null;
        for (Poll poll : byAddress.values()) {
            if (poll.endpoint == endpoint
                    && poll.intervals >= LEAST_INTERVALS
                    && Math.sqrt(poll.squares / poll.intervals) <= poll.mean * MOST_VARIATION
                    && (most == null || poll.intervals > most.intervals)) {
                most = poll;
            }
        }
        return most == null ? null : new double[] {most.intervals + 1, most.mean};
    }
}
