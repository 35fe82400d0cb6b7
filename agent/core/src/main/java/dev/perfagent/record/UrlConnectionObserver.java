package dev.perfagent.record;

import java.net.HttpURLConnection;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Observes {@code HttpURLConnection}, whose methods call one another: reading a header calls {@code getInputStream}, which asks
 * for the status, which calls {@code getInputStream}. So what is under way is kept by connection.
 */
final class UrlConnectionObserver implements Observer {
    private final HttpRecorder http;
    private final Clock clock;
    private final boolean waitsForAnswer;
    private final Map<HttpURLConnection, UrlConnectionCall> calls;

    /**
     * For one kind of method.
     *
     * @param waitsForAnswer whether the answer is there when the method is left
     * @param calls shared by the observers of both kinds
     */
    UrlConnectionObserver(
            HttpRecorder http, Clock clock, boolean waitsForAnswer, Map<HttpURLConnection, UrlConnectionCall> calls) {
        this.http = http;
        this.clock = clock;
        this.waitsForAnswer = waitsForAnswer;
        this.calls = calls;
    }

    /** Connections that nobody holds any more are forgotten. */
    static Map<HttpURLConnection, UrlConnectionCall> noneYet() {
        return new WeakHashMap<>();
    }

    @Override
    public @Nullable Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        if (!(self instanceof HttpURLConnection connection)) {
            return null;
        }
        UrlConnectionCall call;
        synchronized (calls) {
            call = calls.get(connection);
            if (call == null) {
                if (thread.refusal != null && thread.httpDepth == 0) {
                    http.sending(thread, method(connection), UrlConnectionCall.uri(connection));
                }
                call = new UrlConnectionCall(http, clock, thread.httpDepth == 0);
                calls.put(connection, call);
            }
        }
        call.enter();
        thread.httpDepth++;
        return connection;
    }

    /** What it will be: a connection turns to POST only when its body is asked for. */
    private static String method(HttpURLConnection connection) {
        String method = connection.getRequestMethod();
        return connection.getDoOutput() && method.equals("GET") ? "POST" : method;
    }

    @Override
    public void exited(
            ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        if (!(token instanceof HttpURLConnection connection)) {
            return;
        }
        thread.httpDepth--;
        UrlConnectionCall call;
        synchronized (calls) {
            call = calls.get(connection);
        }
        // An error status is thrown as an exception too; its answer is there all the same.
        HttpCall told = call == null ? null : call.leave(connection, waitsForAnswer || thrown != null);
        if (told != null) {
            thread.requests++;
            http.answered(thread, told, told.uri());
        }
    }
}
