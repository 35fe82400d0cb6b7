package dev.perfagent.probe.httpclient;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.AnswerBodySiteNumber;
import dev.perfagent.probe.SiteNumber;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * Advice that reports a request. A request class of the application's own may throw when it is asked; it is then not
 * observed. The handler of the answer's body may be replaced by one that asks it.
 */
final class SendAdvice {
    private SendAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static @Nullable Object enter(
            @SiteNumber int site,
            @AnswerBodySiteNumber int bodySite,
            @Advice.Argument(0) HttpRequest request,
            @Advice.Argument(value = 1, readOnly = false) HttpResponse.BodyHandler<?> handler) {
        boolean authenticated = request.headers().map().containsKey("authorization");
        boolean isGraphQl = String.valueOf(request.uri().getRawPath()).endsWith("/graphql");
        Object body = isGraphQl ? request.bodyPublisher().orElse(null) : null;
        Object token = Handoff.enter(site, null, new Object[] {request.method(), request.uri(), authenticated, body});
        Object seen = token == null ? null : Handoff.enter(bodySite, token, handler);
        if (seen != null) {
            handler = (HttpResponse.BodyHandler<?>) seen;
        }
        return token;
    }

    @Advice.OnMethodExit(onThrowable = true)
    static void exit(
            @SiteNumber int site,
            @Advice.Enter @Nullable Object token,
            @Advice.Return @Nullable Object result,
            @Advice.Thrown @Nullable Throwable thrown) {
        Handoff.exit(site, token, result, thrown);
    }
}
