package dev.perfagent.observe.http;

import dev.perfagent.github.GitHubHosts;
import dev.perfagent.github.HeaderSource;
import dev.perfagent.record.Clock;
import dev.perfagent.record.Executions;
import dev.perfagent.record.HttpCall;
import dev.perfagent.record.Recording;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Takes in the HTTP calls of all clients, and knows which of them have no answer yet. */
public final class HttpRecorder {
    /** Requests under way at once; what is beyond it and open at the end is not recorded. */
    private static final int MOST_PENDING = 10_000;

    /** Refused requests that are waited for; a run with more has other worries. */
    private static final int MOST_REFUSALS = 200;

    private final Set<HttpExchange> pending = new LinkedHashSet<>();

    /** Of those, the one that came last. */
    private volatile @Nullable HttpExchange newestPending;

    /** Requests refused, by which another thread may repeat them. */
    private final Map<String, RefusedRequest> refusals = new HashMap<>();

    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean hasRefusals;

    /** Of objects that stand for calls. */
    private final Map<Object, HttpExchange> byObject = new WeakHashMap<>();

    @SuppressWarnings("ThreadLocalUsage") // one recorder a process; several only in tests, which must not share it
    private final ThreadLocal<HttpThread> threads = new ThreadLocal<>();

    private final Executions executions;
    private final GitHubHosts gitHubHosts;
    private final Clock clock;

    public HttpRecorder(Executions executions, GitHubHosts gitHubHosts, Clock clock) {
        this.executions = executions;
        this.gitHubHosts = gitHubHosts;
        this.clock = clock;
    }

    /** What is kept for the running thread. */
    HttpThread thread() {
        HttpThread state = threads.get();
        if (state == null) {
            state = new HttpThread();
            threads.set(state);
        }
        return state;
    }

    /** The call that an object stands for; null when none is known. */
    @Nullable
    HttpExchange kept(Object self) {
        synchronized (byObject) {
            return byObject.get(self);
        }
    }

    /**
     * Keeps the call that an object stands for, for as long as somebody has the object.
     *
     * @param again whether the object may stand for one call after the other
     * @return that of another thread, if it was faster
     */
    HttpExchange keep(Object self, HttpExchange exchange, boolean again) {
        synchronized (byObject) {
            HttpExchange earlier = byObject.get(self);
            if (earlier != null && !(again && !earlier.isOpen())) {
                return earlier;
            }
            byObject.put(self, exchange);
            return exchange;
        }
    }

    /** The answer to a request comes later. */
    void pending(HttpExchange exchange) {
        exchange.pending();
        synchronized (pending) {
            if (pending.size() < MOST_PENDING) {
                pending.add(exchange);
            }
        }
        newestPending = exchange;
        if (!exchange.isOpen()) { // it has come already
            settled(exchange);
        }
    }

    /** It has come. */
    void settled(HttpExchange exchange) {
        synchronized (pending) {
            pending.remove(exchange);
        }
    }

    /** The run ends: what is pending is recorded as it is. */
    public void settle() {
        List<HttpExchange> left;
        synchronized (pending) {
            left = new ArrayList<>(pending);
        }
        for (HttpExchange exchange : left) {
            settle(exchange);
        }
    }

    private static void settle(HttpExchange exchange) {
        try {
            exchange.settle();
        } catch (RuntimeException | LinkageError | StackOverflowError broken) {
            return; // a request of the application's own kind may throw anything; the run is recorded all the same
        }
    }

    /**
     * A client's own HTTP cache was asked.
     *
     * @param isHit whether it knew the answer; otherwise the server was asked and sent another one
     */
    void cached(String kind, HttpCall asked, boolean isHit) {
        Recording recording = executions.current();
        if (isGitHub(asked)) {
            recording.gitHub().cached(isHit);
        } else {
            recording.caches().ofHttp(kind).add(isHit);
        }
    }

    /** @param atOnce how many requests were under way when it was sent, with it */
    void add(HttpCall call, int atOnce) {
        Recording recording = executions.current();
        boolean isGitHub = isGitHub(call);
        long now = clock.millis() / 1000;
        recording.http().add(call, isGitHub, now);
        if (isGitHub) {
            recording.gitHub().add(call, atOnce, now, clock.nanos());
        }
    }

    /** A request is on its way: how many are, with it. */
    int begun() {
        return underWay.incrementAndGet();
    }

    /** It is not any more. */
    void ended() {
        underWay.decrementAndGet();
    }

    /** A thread is about to send a request: if it had to wait for it, or if it repeats one, that is recorded now. */
    void sending(HttpThread thread, HttpRequestFacts request) {
        HttpExchange before = newestPending;
        if (before != null && before.isAnswered()) {
            // A thread that waits for a future goes on before the future's other listeners are called, and we are one
            // of those.
            newestPending = null;
            settle(before);
        }
        RefusedRequest own = thread.refusal;
        if (own != null && own.isBefore(request.uri())) {
            thread.refusal = null;
            own.isFollowed(executions.current(), request, clock.nanos(), true);
        }
        if (hasRefusals) {
            RefusedRequest repeated;
            synchronized (refusals) {
                repeated = refusals.remove(RefusedRequest.key(request));
                hasRefusals = !refusals.isEmpty();
            }
            // A thread of its own that did something else meanwhile does not try again, but ask again.
            if (repeated != null && repeated.sender != thread) {
                repeated.isFollowed(executions.current(), request, clock.nanos(), false);
            }
        }
    }

    /**
     * A request of that thread is over.
     *
     * @param request what was asked for, before any redirect
     * @return what its answer means for the next one; null when nothing
     */
    @Nullable
    RefusedRequest answered(HttpThread thread, HttpCall call, HttpRequestFacts request) {
        HttpCacheCall around = thread.cacheCall;
        if (around != null) {
            around.status = call.status();
        }
        if (!RefusedRequest.isPossible(call) || !isGitHub(call)) {
            return null;
        }
        RefusedRequest refusal = RefusedRequest.of(call, request, thread, executions.current(), clock);
        thread.refusal = refusal;
        if (refusal != null) {
            synchronized (refusals) {
                if (refusals.size() >= MOST_REFUSALS) {
                    refusals.clear();
                }
                refusals.put(refusal.key(), refusal);
                hasRefusals = true;
            }
        }
        return refusal;
    }

    /** Whether that address may be one of GitHub's API, by itself. */
    boolean mayBeApi(URI uri) {
        String host = uri.getHost();
        String path = uri.getRawPath();
        return host != null
                && (gitHubHosts.isApi(host)
                        || path != null && GitHubHosts.isServers(path) && !GitHubHosts.isElsewhere(host));
    }

    private boolean isGitHub(HttpCall call) {
        String host = call.host();
        if (host == null || gitHubHosts.isApi(host)) {
            return host != null;
        }
        if (GitHubHosts.isElsewhere(host)) {
            return false;
        }
        HeaderSource headers = call.headers();
        boolean isSure = headers != null && headers.first(GitHubHosts.REQUEST_ID_HEADER) != null;
        String path = call.uri().getRawPath();
        if (path == null || !GitHubHosts.isServers(path)) {
            return isSure;
        }
        String server = host + ':' + call.uri().getPort();
        if (isSure) {
            gitHubHosts.saw(server);
        }
        return isSure || GitHubHosts.isServersAlone(path) || gitHubHosts.hasSeen(server);
    }
}
