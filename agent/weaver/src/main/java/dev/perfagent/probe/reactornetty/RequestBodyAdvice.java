package dev.perfagent.probe.reactornetty;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import io.netty.buffer.ByteBuf;
import reactor.netty.http.client.HttpClientRequest;

/** Advice that shows the body of a request of GraphQL that is sent as a whole. */
final class RequestBodyAdvice {
    private static final int MOST_BYTES = 32768;

    private RequestBodyAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static void enter(
            @SiteNumber int site, @Advice.This HttpClientRequest operations, @Advice.Argument(0) ByteBuf body) {
        if (operations.fullPath().endsWith("/graphql")) {
            byte[] start = new byte[Math.min(body.readableBytes(), MOST_BYTES)];
            body.getBytes(body.readerIndex(), start);
            Handoff.enter(site, operations, start);
        }
    }
}
