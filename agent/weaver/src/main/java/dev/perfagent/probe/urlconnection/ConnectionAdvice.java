package dev.perfagent.probe.urlconnection;

import dev.perfagent.hook.Handoff;
import dev.perfagent.probe.OursNumber;
import dev.perfagent.probe.SiteNumber;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.util.HashMap;
import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Reports what is done with a connection. The methods call one another: reading a header calls {@code getInputStream}, which asks for the
 * status, which calls {@code getInputStream}.
 */
final class ConnectionAdvice {
    private ConnectionAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(@SiteNumber int site, @Advice.This HttpURLConnection connection) {
        String method = connection.getRequestMethod();
        if (connection.getDoOutput() && method.equals("GET")) {
            method = "POST"; // which it will be as soon as its body is asked for
        }
        return Handoff.enter(site, connection, new Object[] {method, connection.getURL(), null});
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
            @SiteNumber int site,
            @OursNumber int ours,
            @Advice.This HttpURLConnection connection,
            @Advice.Enter @Nullable Object token,
            @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
            @Advice.Thrown @Nullable Throwable thrown) {
        Object[] answer = null;
        // An error status is thrown as an exception too; its answer is there all the same.
        if (token != null && (thrown != null || result instanceof InputStream)) {
            Object working = Handoff.enter(ours, null, null);
            Integer status = null;
            HashMap<String, List<String>> headers = null;
            try {
                // Asks nothing of the network: the answer, or the failure, is kept in the connection.
                int code = connection.getResponseCode();
                if (code >= 0) {
                    status = code;
                    // One by one: getHeaderFields would keep those of a redirect, and give them to the application
                    // later.
                    headers = new HashMap<>();
                    for (int i = 1; connection.getHeaderFieldKey(i) != null; i++) {
                        String value = connection.getHeaderField(i);
                        headers.put(connection.getHeaderFieldKey(i), value == null ? List.of() : List.of(value));
                    }
                }
            } catch (Throwable noAnswer) {
                status = null;
            }
            answer = new Object[] {connection.getRequestMethod(), connection.getURL(), status, headers};
            Handoff.exit(ours, working, null, null);
        }
        Handoff.exit(site, token, answer, thrown);
    }
}
