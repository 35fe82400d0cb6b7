package dev.perfagent.probe.apache;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;

/**
 * Advice that reports an answer of the asynchronous cache. That of a server which was asked whether the kept one is still right
 * comes by here too; the context knows which it is.
 */
final class CacheHitAdvice {
    private CacheHitAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static void enter(
            @SiteNumber int site, @Advice.Argument(0) Object response, @Advice.Argument(1) AsyncExecChain.Scope scope)
            throws Exception {
        Object status;
        try {
            // From 5.4 on in the cache's own kind of context, which its jar has and not the client's.
            status = scope.clientContext
                    .getClass()
                    .getMethod("getCacheResponseStatus")
                    .invoke(scope.clientContext);
        } catch (NoSuchMethodException olderVersion) {
            status = scope.clientContext.getAttribute("http.cache.response.status");
        }
        if (status != null && status.toString().equals("CACHE_HIT")) {
            HttpRequest request = scope.originalRequest;
            String path = request.getPath();
            Object address = path != null && path.startsWith("http") ? path : request.getUri();
            HashMap<String, List<String>> headers = new HashMap<>();
            for (Header header : ((HttpResponse) response).getHeaders()) {
                headers.put(header.getName(), Collections.singletonList(header.getValue()));
            }
            Object token = Handoff.enter(site, null, new Object[] {"apache-httpclient", address, true});
            Handoff.exit(site, token, new Object[] {true, false, headers}, null);
        }
    }
}
