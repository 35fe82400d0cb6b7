package dev.perfagent.observe.http;

import dev.perfagent.hook.Site;
import dev.perfagent.record.HttpCall;
import dev.perfagent.record.Observer;
import dev.perfagent.record.ThreadState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Observes what the HTTP caches of clients answer by themselves. */
public final class HttpCacheObserver implements Observer {
    private static final int NOT_MODIFIED = 304;

    private final HttpRecorder http;
    private final Site site;

    /** @param site one of those about HTTP caches */
    public HttpCacheObserver(HttpRecorder http, Site site) {
        this.http = http;
        this.site = site;
    }

    @Override
    public @Nullable Object entered(ThreadState state, @Nullable Object self, @Nullable Object argument) {
        HttpThread thread = http.thread();
        HttpCacheCall around = thread.cacheCall;
        if (site == Site.HTTP_CACHE_ASKED) {
            if (around != null) {
                around.isAsked = true;
            }
            return null;
        }
        if (!(argument instanceof Object[] facts)
                || facts.length < 3
                || !(facts[0] instanceof String kind)
                || facts[1] == null) {
            return null;
        }
        boolean isAsked = Boolean.TRUE.equals(facts[2]);
        HttpCacheCall call = new HttpCacheCall(kind, facts[1], isAsked, around, state.requests);
        thread.cacheCall = call;
        return call;
    }

    @Override
    public void exited(ThreadState state, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        if (!(token instanceof HttpCacheCall call)) {
            return;
        }
        http.thread().cacheCall = call.outer;
        if (!call.isAsked || !(result instanceof Object[] answer) || answer.length < 3) {
            return;
        }
        boolean isSent = answer[1] instanceof Boolean known ? known : state.requests > call.requestsBefore;
        boolean isKept = answer[0] instanceof Boolean known
                ? known
                : !isSent || call.status != null && call.status == NOT_MODIFIED;
        if (isSent != isKept) { // what was asked of the server and not modified is a 304 there
            HeaderMap headers = answer[2] instanceof Map<?, ?> map ? new HeaderMap(map, false) : null;
            http.cached(
                    call.kind,
                    new HttpCall("GET", HttpRequestFacts.uri(call.address), 0, null, false, headers, null),
                    isKept);
        }
    }
}
