package dev.perfagent.observe.http;

import dev.perfagent.hook.Site;
import dev.perfagent.record.Clock;
import dev.perfagent.record.Observer;
import dev.perfagent.record.ThreadState;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Observes the HTTP calls of every client. One call is one request: the outermost client wins. */
public final class HttpObserver implements Observer {
    private final HttpRecorder http;
    private final Clock clock;
    private final Site site;

    /** @param site one of those about HTTP */
    public HttpObserver(HttpRecorder http, Clock clock, Site site) {
        this.http = http;
        this.clock = clock;
        this.site = site;
    }

    @Override
    public @Nullable Object entered(ThreadState state, @Nullable Object self, @Nullable Object argument) {
        if (site == Site.HTTP_ANSWER_READ) {
            RefusedRequest refusal = http.thread().refusal;
            if (refusal != null && argument instanceof String text) {
                refusal.isExplained(text);
            }
            return null;
        }
        if (site == Site.HTTP_ANSWER_BODY) {
            HttpExchange whose = self instanceof HttpExchange token ? token : self == null ? null : http.kept(self);
            return whose == null || argument == null ? null : answerBody(whose, argument);
        }
        HttpExchange kept = self == null ? null : http.kept(self);
        if (site == Site.HTTP_REQUEST_BODY) {
            if (kept != null && argument != null && kept.isGraphQl()) {
                sends(kept, argument);
            }
            return null;
        }
        if (site == Site.HTTP_CALL_OVER) {
            if (kept != null) {
                kept.over();
            }
            return null;
        }
        HttpThread thread = http.thread();
        HttpExchange exchange = kept;
        if (exchange == null || site != Site.HTTP_CALL_PART && !exchange.isOpen()) {
            exchange = begun(thread, site == Site.HTTP_CALL ? null : self, argument);
        }
        if (exchange == null || !exchange.isOpen()) {
            return null;
        }
        if (site != Site.HTTP_CALL_LATER) {
            exchange.entered();
        }
        if (thread.enters(exchange) && site != Site.HTTP_CALL_LATER) {
            exchange.atOnce(http.begun());
        }
        return exchange;
    }

    /** Not while holding the lock of the call: what objects stand for has a lock of its own. */
    private @Nullable Object answerBody(HttpExchange whose, Object source) {
        if (source instanceof Object[] only && only.length == 1) {
            if (whose.isBodyWanted()) {
                http.keep(only[0], whose, true);
            }
            return null;
        }
        return whose.observed(source);
    }

    private void sends(HttpExchange whose, Object body) {
        if (body instanceof Object[] only) {
            http.keep(only[0], whose, true);
        } else {
            whose.sends(body);
        }
    }

    private @Nullable HttpExchange begun(HttpThread thread, @Nullable Object self, @Nullable Object argument) {
        HttpRequestFacts request = HttpRequestFacts.of(argument);
        if (request == null) {
            return null;
        }
        boolean isNested = thread.isHandedDown(request);
        if (isNested && self == null) {
            return null;
        }
        if (!isNested) {
            http.sending(thread, request);
        }
        boolean hasMethods = site == Site.HTTP_CALL_PART;
        HttpExchange exchange = new HttpExchange(request, thread, http, clock, hasMethods, isNested);
        return self == null ? exchange : http.keep(self, exchange, !hasMethods);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the application has the future; we only listen
    public void exited(ThreadState state, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        if (!(token instanceof HttpExchange exchange)) {
            return;
        }
        if (http.thread().leaves() && site != Site.HTTP_CALL_LATER) {
            http.ended();
        }
        if (site != Site.HTTP_CALL_LATER) {
            exchange.left(state, result, thrown != null);
        } else if (thrown != null) {
            exchange.notSent(state);
        } else {
            CompletableFuture<?> future = result instanceof CompletableFuture<?> completes ? completes : null;
            exchange.sent(state, future);
            http.pending(exchange);
            if (future != null) {
                exchange.underWay();
                future.whenComplete(exchange);
            }
        }
    }
}
