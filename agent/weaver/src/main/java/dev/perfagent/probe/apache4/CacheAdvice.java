package dev.perfagent.probe.apache4;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import org.apache.http.Header;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpRequestWrapper;
import org.apache.http.conn.routing.HttpRoute;
import org.jspecify.annotations.Nullable;

/** Advice that reports a request at the cache; whether it is sent is seen at the handler that sends. */
final class CacheAdvice {
    private CacheAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static @Nullable Object enter(
            @SiteNumber int site, @Advice.Argument(0) HttpRoute route, @Advice.Argument(1) HttpRequestWrapper request) {
        String path = request.getRequestLine().getUri();
        String address =
                path.startsWith("http") ? path : route.getTargetHost().toURI().concat(path);
        return Handoff.enter(site, null, new Object[] {"apache-httpclient", address, true});
    }

    @Advice.OnMethodExit(onThrowable = true, suppress = true)
    static void exit(
            @SiteNumber int site,
            @Advice.Enter @Nullable Object token,
            @Advice.Return @Nullable Object result,
            @Advice.Thrown @Nullable Throwable thrown) {
        Object[] answer = null;
        if (token != null && result instanceof HttpResponse response) {
            HashMap<String, List<String>> headers = new HashMap<>();
            for (Header header : response.getAllHeaders()) {
                headers.put(header.getName(), Collections.singletonList(header.getValue()));
            }
            answer = new Object[] {null, null, headers};
        }
        Handoff.exit(site, token, answer, thrown);
    }
}
