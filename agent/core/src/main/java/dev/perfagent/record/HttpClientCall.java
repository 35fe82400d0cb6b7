package dev.perfagent.record;

import dev.perfagent.github.HeaderSource;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One call of {@code java.net.http}: one request, and one more for each redirect that the client followed. */
final class HttpClientCall implements BiConsumer<Object, Throwable>, HttpRecorder.Pending {
    private final String method;
    private final URI uri;
    private final boolean authenticated;
    private final ThreadState sender;
    private final HttpRecorder http;
    private final Clock clock;
    private final boolean outermost;
    private final long startNanos;
    private final AtomicBoolean told = new AtomicBoolean();
    private @Nullable CompletableFuture<?> future;

    /** The request may be of the application's own kind, so it is asked now only, and may throw anything. */
    HttpClientCall(HttpRequest request, ThreadState sender, HttpRecorder http, Clock clock, boolean outermost) {
        method = request.method();
        uri = request.uri();
        authenticated = request.headers().firstValue("authorization").isPresent();
        this.sender = sender;
        this.http = http;
        this.clock = clock;
        this.outermost = outermost;
        this.startNanos = clock.nanos();
    }

    String method() {
        return method;
    }

    URI uri() {
        return uri;
    }

    boolean isOutermost() {
        return outermost;
    }

    /** It goes on asynchronously. */
    void pending(CompletableFuture<?> completes) {
        future = completes;
    }

    /** The client is done, on a thread of its own. */
    @Override
    public void accept(@Nullable Object result, @Nullable Throwable thrown) {
        try {
            answered(result instanceof HttpResponse<?> response ? response : null, thrown != null);
        } catch (Throwable failure) {
            // Whoever completes the future may not be stopped by us.
            return;
        }
    }

    /**
     * The run ends. The application's own stages run before ours and may have ended it, so the answer may be there already; a
     * request without one was sent all the same.
     */
    @Override
    public void settle() {
        Object result = null;
        boolean failed = false;
        if (future != null && future.isDone()) {
            failed = future.isCompletedExceptionally();
            result = failed ? null : future.getNow(null);
        }
        answered(result instanceof HttpResponse<?> response ? response : null, failed);
    }

    void answered(@Nullable HttpResponse<?> response, boolean failed) {
        if (!told.compareAndSet(false, true)) {
            return;
        }
        http.settled(this);
        long nanos = clock.nanos() - startNanos;
        if (response == null) {
            add(new HttpCall(method, uri, nanos, null, failed, null, authenticated));
            return;
        }
        add(call(response, nanos));
        Optional<? extends HttpResponse<?>> earlier = response.previousResponse();
        while (earlier.isPresent()) { // redirects: their time is in the last one's
            http.add(call(earlier.get(), 0));
            earlier = earlier.get().previousResponse();
        }
    }

    private void add(HttpCall call) {
        http.add(call);
        http.answered(sender, call, uri);
    }

    private HttpCall call(HttpResponse<?> response, long nanos) {
        HttpRequest sent = response.request();
        return new HttpCall(
                sent == null ? method : sent.method(),
                response.uri(),
                nanos,
                response.statusCode(),
                false,
                new Headers(response.headers()),
                authenticated);
    }

    private static final class Headers implements HeaderSource {
        private final HttpHeaders headers;

        Headers(HttpHeaders headers) {
            this.headers = headers;
        }

        @Override
        public @Nullable String first(String lowerCaseName) {
            return headers.firstValue(lowerCaseName).orElse(null);
        }
    }
}
