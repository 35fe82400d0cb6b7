package dev.perfagent.tip;

import dev.perfagent.run.Endpoint;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.threshold.QuantityText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the GitHub requests that a run could have done without. */
final class RequestSavings {
    /** The most items a page that GitHub gives, and what it gives when asked for none. */
    private static final int LARGEST_PAGE = 100;

    private static final int DEFAULT_PAGE = 30;

    /** From here on fetching items one by one, beside the list they are in, is a pattern and not a chance. */
    private static final int MANY_SINGLES = 10;

    private RequestSavings() {}

    /** The one that saves most requests for certain; null when there is none. */
    static @Nullable Saving certain(GitHubApi api) {
        Saving best = null;
        for (Endpoint endpoint : api.endpoints()) {
            if (isGet(endpoint)) {
                best = larger(larger(best, repeated(endpoint)), paging(endpoint));
            }
        }
        return best;
    }

    /** The largest of {@link #singles}; null when there is none. */
    static @Nullable Saving likely(GitHubApi api) {
        Saving best = null;
        for (Endpoint single : api.endpoints()) {
            best = larger(best, singles(single, api.endpoints()));
        }
        return best;
    }

    /** Items fetched one by one although their list was fetched too; whether the list has all that is needed is not known. */
    static @Nullable Saving singles(Endpoint single, List<Endpoint> all) {
        String list = listOf(single.endpoint());
        if (list == null || single.count() < MANY_SINGLES || !isGet(single) || !has(all, list)) {
            return null;
        }
        return saving(
                single,
                single.count(),
                single.endpoint() + " was fetched " + times(single.count()) + " although its list " + list
                        + " was fetched too; the list's own fields, or one GraphQL query, would save up to "
                        + QuantityText.requests(single.count()) + ".");
    }

    private static @Nullable Saving repeated(Endpoint endpoint) {
        long repeated = endpoint.repeated();
        if (repeated < 1) {
            return null;
        }
        return saving(
                endpoint,
                repeated,
                endpoint.endpoint() + " was fetched " + times(endpoint.count()) + ", " + times(repeated)
                        + " for what this run had already got; keeping the answers would save "
                        + QuantityText.requests(repeated) + ".");
    }

    /** Pages at {@code per_page=100} instead: a page that names a next one is full, so the number of items is known closely. */
    private static @Nullable Saving paging(Endpoint endpoint) {
        Integer asked = endpoint.perPage();
        int size = asked == null ? DEFAULT_PAGE : asked;
        long full = endpoint.pages();
        if (full < 1 || size < 1 || size >= LARGEST_PAGE) {
            return null;
        }
        // One more than name a next page, unless reading stopped before the last.
        long requests = Math.min(endpoint.count(), full + 1);
        long saved = requests - pages(requests * size);
        if (saved < 1) {
            return null;
        }
        boolean oneList = endpoint.count() == full + 1 && asked != null;
        boolean exact = pages(full * size + 1) == pages(requests * size);
        String about = !oneList ? "about " : exact ? "" : "at least ";
        String pageSize = asked == null
                ? " page by page without a fixed per_page (GitHub's default is " + DEFAULT_PAGE + " items)"
                : " with " + asked + (asked == 1 ? " item" : " items") + " a page";
        return saving(
                endpoint,
                saved,
                endpoint.endpoint() + " was fetched " + times(endpoint.count()) + pageSize + "; per_page="
                        + LARGEST_PAGE + " would save " + about + QuantityText.requests(saved) + ".");
    }

    private static long pages(long items) {
        return (items + LARGEST_PAGE - 1) / LARGEST_PAGE;
    }

    private static Saving saving(Endpoint endpoint, long requests, String tip) {
        return new Saving(requests, endpoint.ms() / Math.max(1, endpoint.count()) * requests, tip);
    }

    private static @Nullable Saving larger(@Nullable Saving one, @Nullable Saving other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.requests() > one.requests() ? other : one;
    }

    private static boolean isGet(Endpoint endpoint) {
        return endpoint.endpoint().startsWith("GET ");
    }

    /** {@code GET /repos/{owner}/{repo}/issues} of {@code GET /repos/{owner}/{repo}/issues/{issue_number}}. */
    private static @Nullable String listOf(String endpoint) {
        int item = endpoint.lastIndexOf("/{");
        return item > 0 && endpoint.indexOf('/', item + 1) < 0 ? endpoint.substring(0, item) : null;
    }

    private static boolean has(List<Endpoint> endpoints, String name) {
        for (Endpoint endpoint : endpoints) {
            if (endpoint.endpoint().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static String times(long count) {
        return count == 1 ? "once" : QuantityText.count(count, "time");
    }
}
