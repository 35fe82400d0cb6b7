package dev.perfagent.record;

import dev.perfagent.github.HeaderSource;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Observes {@code java.net.http}: one call is one request, and one more for each redirect the client followed. */
final class HttpClientObserver implements Observer {
    private final HttpRecorder http;
    private final Clock clock;

    HttpClientObserver(HttpRecorder http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    private static final class Sent {
        final HttpRequest request;
        final long startNanos;
        final boolean outermost;

        Sent(HttpRequest request, long startNanos, boolean outermost) {
            this.request = request;
            this.startNanos = startNanos;
            this.outermost = outermost;
        }
    }

    @Override
    public @Nullable Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        if (!(argument instanceof HttpRequest httpRequest)) {
            return null;
        }
        return new Sent(httpRequest, clock.nanos(), thread.httpDepth++ == 0);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the application has the future; we only listen
    public void exited(
            ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        if (!(token instanceof Sent sent)) {
            return;
        }
        thread.httpDepth--;

        if (!sent.outermost) {
            return;
        }
        thread.requests++;
        if (result instanceof CompletableFuture) {
            ((CompletableFuture<?>) result).whenComplete(new Completion(sent));
        } else {
            answered(sent, result instanceof HttpResponse<?> response ? response : null);
        }
    }

    /** Told on the client's own thread when an asynchronous call is over. */
    private final class Completion implements BiConsumer<Object, Throwable> {
        private final Sent sent;

        Completion(Sent sent) {
            this.sent = sent;
        }

        @Override
        public void accept(@Nullable Object result, @Nullable Throwable thrown) {
            answered(sent, result instanceof HttpResponse<?> response ? response : null);
        }
    }

    private void answered(Sent sent, @Nullable HttpResponse<?> response) {
        long nanos = clock.nanos() - sent.startNanos;
        boolean authenticated =
                sent.request.headers().firstValue("authorization").isPresent();
        if (response == null) {
            http.add(new HttpCall(sent.request.method(), sent.request.uri(), nanos, null, null, authenticated));
            return;
        }
        http.add(call(sent, response, nanos, authenticated));
        Optional<? extends HttpResponse<?>> earlier = response.previousResponse();
        while (earlier.isPresent()) { // redirects: their time is in the last one's
            http.add(call(sent, earlier.get(), 0, authenticated));
            earlier = earlier.get().previousResponse();
        }
    }

    private static HttpCall call(Sent sent, HttpResponse<?> response, long nanos, boolean authenticated) {
        HttpRequest request = response.request() == null ? sent.request : response.request();
        return new HttpCall(
                request.method(),
                response.uri(),
                nanos,
                response.statusCode(),
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
