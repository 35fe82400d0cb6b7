package dev.perfagent.probe.apache;

import dev.perfagent.hook.Handoff;
import dev.perfagent.probe.SiteNumber;
import net.bytebuddy.asm.Advice;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.jspecify.annotations.Nullable;

/** Advice that reports a request whose answer a callback gets. */
final class ConnectAsyncAdvice {
    private ConnectAsyncAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(
            @SiteNumber int site,
            @Advice.Argument(0) HttpRequest request,
            @Advice.Argument(1) @Nullable AsyncEntityProducer body,
            @Advice.Argument(4) Object callback)
            throws Exception {
        // A proxy gets the whole address in the place of the path.
        String path = request.getPath();
        Object address = path != null && path.startsWith("http") ? path : request.getUri();
        boolean authenticated = request.containsHeader("Authorization");
        Long bytes = body == null ? 0L : body.getContentLength();
        return Handoff.enter(site, callback, new Object[] {request.getMethod(), address, authenticated, null, bytes});
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
            @SiteNumber int site, @Advice.Enter @Nullable Object token, @Advice.Thrown @Nullable Throwable thrown) {
        Handoff.exit(site, token, null, thrown);
    }
}
