package dev.perfagent.probe.jetty;

import dev.perfagent.hook.Handoff;
import dev.perfagent.probe.SiteNumber;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.client.api.Request;
import org.eclipse.jetty.http.HttpField;
import org.jspecify.annotations.Nullable;

/** Advice that reports a request that is sent. */
final class SendAdvice {
    private SendAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(@SiteNumber int site, @Advice.Argument(0) Request request) {
        boolean authenticated = false;
        Iterable<HttpField> headers = request.getHeaders(); // a class in version 9, an interface later
        for (HttpField header : headers) {
            authenticated |= "Authorization".equalsIgnoreCase(header.getName());
        }
        return Handoff.enter(site, request, new Object[] {request.getMethod(), request.getURI(), authenticated});
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
            @SiteNumber int site, @Advice.Enter @Nullable Object token, @Advice.Thrown @Nullable Throwable thrown) {
        Handoff.exit(site, token, null, thrown);
    }
}
