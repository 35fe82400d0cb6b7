package dev.perfagent.tally;

import dev.perfagent.run.Endpoint;
import java.util.List;

/**
 * Requests that a run could have done without for certain, as the agent's own tips count them: GETs of what the run had already
 * got in full, and pages that would not be needed with {@code per_page=100}.
 */
public final class AvoidableRequests {
    /** The most items a page that GitHub gives, and what it gives when asked for none. */
    private static final int LARGEST_PAGE = 100;

    private static final int DEFAULT_PAGE = 30;

    private AvoidableRequests() {}

    static long requests(List<Endpoint> endpoints) {
        long sum = 0;
        for (Endpoint endpoint : endpoints) {
            if (endpoint.endpoint().startsWith("GET ")) {
                sum += Math.min(endpoint.count(), endpoint.repeated() + pages(endpoint));
            }
        }
        return sum;
    }

    /**
     * Of one endpoint: requests that {@code per_page=100} would spare. A page that names a next one is full, so the number of
     * items is known closely.
     */
    public static long pages(Endpoint endpoint) {
        Integer asked = endpoint.perPage();
        int size = asked == null ? DEFAULT_PAGE : asked;
        if (endpoint.pages() < 1 || size < 1 || size >= LARGEST_PAGE) {
            return 0;
        }
        long requests = Math.min(endpoint.count(), endpoint.pages() + 1);
        return requests - (requests * size + LARGEST_PAGE - 1) / LARGEST_PAGE;
    }
}
