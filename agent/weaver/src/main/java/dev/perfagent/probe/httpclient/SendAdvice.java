package dev.perfagent.probe.httpclient;

import dev.perfagent.hook.Handoff;
import dev.perfagent.probe.SiteNumber;
import java.net.http.HttpRequest;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Advice that reports a request. A request class of the application's own may throw when it is asked; it is then not
 * observed.
 */
final class SendAdvice {
    private SendAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(@SiteNumber int site, @Advice.Argument(0) HttpRequest request) {
        boolean authenticated = request.headers().map().containsKey("authorization");
        boolean isGraphQl = String.valueOf(request.uri().getRawPath()).endsWith("/graphql");
        Object body = isGraphQl ? request.bodyPublisher().orElse(null) : null;
        return Handoff.enter(site, null, new Object[] {request.method(), request.uri(), authenticated, body});
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
            @SiteNumber int site,
            @Advice.Enter @Nullable Object token,
            @Advice.Return @Nullable Object result,
            @Advice.Thrown @Nullable Throwable thrown) {
        Handoff.exit(site, token, result, thrown);
    }
}
