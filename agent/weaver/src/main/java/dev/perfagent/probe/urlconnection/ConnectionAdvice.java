package dev.perfagent.probe.urlconnection;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.OwnWorkSiteNumber;
import dev.perfagent.probe.SiteNumber;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Advice that reports the use of a connection. Its methods call one another: reading a header calls {@code getInputStream}, which
 * asks for the status, which calls {@code getInputStream}.
 */
final class ConnectionAdvice {
    private ConnectionAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static @Nullable Object enter(@SiteNumber int site, @Advice.This HttpURLConnection connection) {
        String method = connection.getRequestMethod();
        if (connection.getDoOutput() && method.equals("GET")) {
            method = "POST"; // the JDK makes it a POST as soon as the body's stream is opened
        }
        return Handoff.enter(site, connection, new Object[] {method, connection.getURL(), null});
    }

    @Advice.OnMethodExit(onThrowable = true)
    static void exit(
            @SiteNumber int site,
            @OwnWorkSiteNumber int ours,
            @Advice.This HttpURLConnection connection,
            @Advice.FieldValue("fixedContentLength") int fixedInt,
            @Advice.FieldValue("fixedContentLengthLong") long fixedLong,
            @Advice.Enter @Nullable Object token,
            @Advice.Return @Nullable Object result,
            @Advice.Thrown @Nullable Throwable thrown) {
        Object answer = result instanceof ByteArrayOutputStream ? result : null;
        // An error status also becomes an exception, but there is an answer.
        if (token != null && (thrown != null || result instanceof InputStream)) {
            Object working = Handoff.enter(ours, null, null);
            Integer status = null;
            HashMap<String, List<String>> headers = null;
            try {
                // No network access: the connection has kept the answer or the failure.
                int code = connection.getResponseCode();
                if (code >= 0) {
                    status = code;
                    // One by one: getHeaderFields would keep those of a redirect, and the application would get them
                    // later.
                    headers = new HashMap<>();
                    int at = 1;
                    for (String name = connection.getHeaderFieldKey(1);
                            name != null;
                            name = connection.getHeaderFieldKey(++at)) {
                        String value = connection.getHeaderField(at);
                        headers.put(name, value == null ? List.of() : List.of(value));
                    }
                }
            } catch (Throwable noAnswer) {
                status = null;
            }
            String method = connection.getRequestMethod();
            boolean hasBody =
                    connection.getDoOutput() && !method.equals("GET"); // after a redirect it is a GET without one
            Object sent = hasBody ? (Long) Math.max(fixedInt, fixedLong) : (Long) 0L;
            if (sent.equals(-1L)) {
                sent = null; // the body is in a stream that was handed over, or is sent in chunks
            }
            answer = new Object[] {method, connection.getURL(), status, headers, sent};
            Handoff.exit(ours, working, null, null);
        }
        Handoff.exit(site, token, answer, thrown);
    }
}
