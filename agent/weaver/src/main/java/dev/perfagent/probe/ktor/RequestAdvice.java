package dev.perfagent.probe.ktor;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import io.ktor.client.request.HttpRequestData;
import io.ktor.http.content.ByteArrayContent;
import io.ktor.http.content.OutgoingContent;
import io.ktor.http.content.TextContent;
import kotlin.coroutines.Continuation;
import kotlinx.coroutines.Job;
import org.jspecify.annotations.Nullable;

/** Advice that reports that a request is about to be sent. When the coroutine goes on after a wait, there is no request. */
final class RequestAdvice {
    private RequestAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static void enter(
            @SiteNumber int site,
            @Advice.Argument(0) @Nullable HttpRequestData request,
            @Advice.Argument(1) Continuation<?> coroutine) {
        if (request != null) {
            OutgoingContent body = request.getBody();
            Long size = body instanceof OutgoingContent.NoContent ? (Long) 0L : body.getContentLength();
            Object known = null; // of GraphQL, where it is the name
            if (request.getUrl().getEncodedPath().endsWith("/graphql")) {
                known = body instanceof TextContent text
                        ? text.getText()
                        : body.getClass() == ByteArrayContent.class ? ((ByteArrayContent) body).bytes() : null;
            }
            Object[] facts = {
                request.getMethod().getValue(),
                request.getUrl().toString(),
                request.getHeaders().get("Authorization") != null,
                known,
                size
            };
            Job call = coroutine.getContext().get(Job.Key);
            Handoff.exit(site, Handoff.enter(site, call, facts), null, null);
        }
    }
}
