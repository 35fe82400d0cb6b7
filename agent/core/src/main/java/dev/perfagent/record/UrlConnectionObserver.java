package dev.perfagent.record;

import dev.perfagent.github.HeaderSource;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Observes {@code HttpURLConnection}: one request a connection, from the first thing that opens it to the answer. Its methods
 * call one another, and reading a header calls {@code getInputStream}; so what is under way is kept by connection.
 */
final class UrlConnectionObserver implements Observer {
    private final HttpRecorder http;
    private final Clock clock;
    private final boolean waitsForAnswer;
    private final Map<HttpURLConnection, Pending> pending;

    /** What is kept of a connection from its opening on. */
    static final class Pending {
        final long startNanos;
        final boolean outermost;
        boolean told;

        Pending(long startNanos, boolean outermost) {
            this.startNanos = startNanos;
            this.outermost = outermost;
        }
    }

    /**
     * For one kind of method.
     *
     * @param waitsForAnswer whether the answer is there when the method is left
     * @param pending shared by the observers of both kinds
     */
    UrlConnectionObserver(
            HttpRecorder http, Clock clock, boolean waitsForAnswer, Map<HttpURLConnection, Pending> pending) {
        this.http = http;
        this.clock = clock;
        this.waitsForAnswer = waitsForAnswer;
        this.pending = pending;
    }

    /** Connections that nobody holds any more are forgotten. */
    static Map<HttpURLConnection, Pending> noneYet() {
        return new WeakHashMap<>();
    }

    @Override
    public @Nullable Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        if (!(self instanceof HttpURLConnection connection)) {
            return null;
        }

        synchronized (pending) {
            if (!pending.containsKey(connection)) {
                pending.put(connection, new Pending(clock.nanos(), thread.httpDepth == 0));
            }
        }
        thread.httpDepth++;
        return connection;
    }

    @Override
    public void exited(
            ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        if (!(token instanceof HttpURLConnection connection)) {
            return;
        }
        thread.httpDepth--;

        if (!waitsForAnswer && thrown == null) {
            return;
        }
        Pending sent;
        synchronized (pending) {
            sent = pending.get(connection);
            if (sent == null || sent.told) {
                return;
            }
            sent.told = true;
        }
        if (sent.outermost) {
            thread.requests++;
            // An error status is thrown as an exception too; its answer is there all the same.
            http.add(call(connection, clock.nanos() - sent.startNanos));
        }
    }

    /** Asking for the status and headers now asks nothing of the network: the answer, or the failure, is kept there. */
    private static HttpCall call(HttpURLConnection connection, long nanos) {
        Integer status = null;
        try {
            int code = connection.getResponseCode();
            status = code < 0 ? null : Integer.valueOf(code);
        } catch (IOException | RuntimeException noAnswer) {
            status = null;
        }
        HeaderSource headers = status == null ? null : new Headers(connection);
        return new HttpCall(connection.getRequestMethod(), uri(connection), nanos, status, headers, null);
    }

    private static URI uri(HttpURLConnection connection) {
        try {
            return connection.getURL().toURI();
        } catch (URISyntaxException lenient) {
            return URI.create("http://" + connection.getURL().getHost() + "/");
        }
    }

    private static final class Headers implements HeaderSource {
        private final HttpURLConnection connection;

        Headers(HttpURLConnection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable String first(String lowerCaseName) {
            return connection.getHeaderField(lowerCaseName);
        }
    }
}
