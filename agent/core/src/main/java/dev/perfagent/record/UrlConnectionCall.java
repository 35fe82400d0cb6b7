package dev.perfagent.record;

import dev.perfagent.github.HeaderSource;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The request of one connection, from the first thing that opens it to its answer, and one more request for each answer on the
 * way that the JDK followed: redirects, and refusals to which it had credentials.
 */
final class UrlConnectionCall {
    private final HttpRecorder http;
    private final Clock clock;
    private final boolean outermostClient;
    private final long startNanos;
    private int depth;
    private boolean told;
    private boolean asking;
    private @Nullable HttpCall onTheWay;

    UrlConnectionCall(HttpRecorder http, Clock clock, boolean outermostClient) {
        this.http = http;
        this.clock = clock;
        this.outermostClient = outermostClient;
        this.startNanos = clock.nanos();
    }

    synchronized void enter() {
        depth++;
    }

    /**
     * A method of the connection is left.
     *
     * @param mayBeAnswered whether an answer may be there
     * @return the request that was told with it; null when none was
     */
    synchronized @Nullable HttpCall leave(HttpURLConnection connection, boolean mayBeAnswered) {
        depth--;
        if (!mayBeAnswered || told || asking || !outermostClient) {
            return null;
        }
        asking = true; // what is asked of the connection now comes by here again
        try {
            HttpCall call = call(connection, clock.nanos() - startNanos);
            if (depth > 0) {
                passed(call);
                return null;
            }
            told = true;
            passed(call);
            onTheWay = null;
            http.add(call);
            return call;
        } finally {
            asking = false;
        }
    }

    /** An answer that another one follows was one of its own; the same one seen again was not. */
    private void passed(HttpCall call) {
        HttpCall before = onTheWay;
        if (before != null && !isSame(before, call)) {
            http.add(new HttpCall(
                    before.method(),
                    before.uri(),
                    0,
                    before.status(),
                    false,
                    null, // the connection has the headers of the last answer only
                    before.authenticated()));
        }
        onTheWay = call.status() == null ? before : call;
    }

    private static boolean isSame(HttpCall a, HttpCall b) {
        return b.status() == null || (b.status().equals(a.status()) && a.uri().equals(b.uri()));
    }

    /** Asking for the status now asks nothing of the network: the answer, or the failure, is kept in the connection. */
    private static HttpCall call(HttpURLConnection connection, long nanos) {
        Integer status = null;
        try {
            int code = connection.getResponseCode();
            status = code < 0 ? null : Integer.valueOf(code);
        } catch (IOException | RuntimeException noAnswer) {
            status = null;
        }
        HeaderSource headers = status == null ? null : new Headers(connection);
        return new HttpCall(
                connection.getRequestMethod(), uri(connection), nanos, status, status == null, headers, null);
    }

    static URI uri(HttpURLConnection connection) {
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
