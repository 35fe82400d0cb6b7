package dev.perfagent.record;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Observes {@code java.net.http}. */
final class HttpClientObserver implements Observer {
    private final HttpRecorder http;
    private final Clock clock;

    HttpClientObserver(HttpRecorder http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public @Nullable Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        if (!(argument instanceof HttpRequest request)) {
            return null;
        }
        HttpClientCall call = new HttpClientCall(request, thread, http, clock, thread.httpDepth == 0);
        thread.httpDepth++;
        if (call.isOutermost()) {
            http.sending(thread, call.method(), call.uri());
        }
        return call;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the application has the future; we only listen
    public void exited(
            ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        if (!(token instanceof HttpClientCall call)) {
            return;
        }
        thread.httpDepth--;
        if (!call.isOutermost()) {
            return;
        }
        thread.requests++;
        if (result instanceof CompletableFuture<?> future) {
            call.pending(future);
            http.pending(call);
            future.whenComplete(call);
        } else {
            call.answered(result instanceof HttpResponse<?> response ? response : null, thrown != null);
        }
    }
}
