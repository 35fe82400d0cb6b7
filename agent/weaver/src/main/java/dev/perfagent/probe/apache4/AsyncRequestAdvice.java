package dev.perfagent.probe.apache4;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.http.HttpEntity;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.client.methods.HttpRequestWrapper;
import org.apache.http.conn.routing.HttpRoute;
import org.jspecify.annotations.Nullable;

/**
 * Advice that reports a request that an asynchronous client is about to send; not one that opens a tunnel. The name of a
 * GraphQL request is read from its body, if the library made that of a text or of bytes.
 */
final class AsyncRequestAdvice {
    private AsyncRequestAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static void enter(
            @SiteNumber int site,
            @Advice.This Object handler,
            @Advice.FieldValue("routeRef") AtomicReference<HttpRoute> routes,
            @Advice.Argument(0) @Nullable HttpRequestWrapper request) {
        if (request != null && !"CONNECT".equals(request.getRequestLine().getMethod())) {
            String path = request.getRequestLine().getUri();
            HttpRoute route = routes.get();
            String address = route == null || path.startsWith("http")
                    ? path
                    : route.getTargetHost().toURI().concat(path);
            boolean authenticated = request.containsHeader("Authorization");
            byte[] text = null;
            if (path.endsWith("/graphql") && request instanceof HttpEntityEnclosingRequest enclosing) {
                try {
                    HttpEntity entity = enclosing.getEntity();
                    String type = entity == null ? "" : entity.getClass().getSimpleName();
                    boolean isInMemory = type.equals("StringEntity")
                            || type.equals("NStringEntity")
                            || type.equals("ByteArrayEntity")
                            || type.equals("NByteArrayEntity");
                    if (entity != null
                            && isInMemory
                            && entity.getClass()
                                    .getName()
                                    .startsWith(
                                            HttpEntity.class.getPackageName().concat("."))) {
                        text = entity.getContent().readNBytes(32768);
                    }
                } catch (Throwable unknown) {
                    // The request is reported, without its name.
                    text = null;
                }
            }
            Object[] facts = {request.getRequestLine().getMethod(), address, authenticated, text};
            Handoff.exit(site, Handoff.enter(site, handler, facts), null, null);
        }
    }
}
