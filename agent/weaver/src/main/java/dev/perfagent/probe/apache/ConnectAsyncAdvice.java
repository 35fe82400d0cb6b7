package dev.perfagent.probe.apache;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.async.methods.SimpleBody;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.jspecify.annotations.Nullable;

/**
 * Advice that reports a request whose answer a callback gets. The name of a GraphQL request is read from the application's own
 * request, if it is one that holds its body; what a producer sends is there only once.
 */
final class ConnectAsyncAdvice {
    private ConnectAsyncAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static @Nullable Object enter(
            @SiteNumber int site,
            @Advice.Argument(0) HttpRequest request,
            @Advice.Argument(1) @Nullable AsyncEntityProducer body,
            @Advice.Argument(2) AsyncExecChain.Scope scope,
            @Advice.Argument(4) Object callback)
            throws Exception {
        // A proxy gets the whole address in the place of the path.
        String path = request.getPath();
        Object address = path != null && path.startsWith("http") ? path : request.getUri();
        boolean authenticated = request.containsHeader("Authorization");
        Long bytes = body == null ? 0L : body.getContentLength();
        Object text = null;
        if (body != null && path != null && path.endsWith("/graphql")) {
            try {
                if (scope.originalRequest instanceof SimpleHttpRequest original) {
                    SimpleBody held = original.getBody();
                    text = held.isText() ? held.getBodyText() : held.getBodyBytes();
                }
            } catch (Throwable unknown) {
                // The request is reported, without its name.
                text = null;
            }
        }
        return Handoff.enter(site, callback, new Object[] {request.getMethod(), address, authenticated, text, bytes});
    }

    @Advice.OnMethodExit(onThrowable = true)
    static void exit(
            @SiteNumber int site, @Advice.Enter @Nullable Object token, @Advice.Thrown @Nullable Throwable thrown) {
        Handoff.exit(site, token, null, thrown);
    }
}
