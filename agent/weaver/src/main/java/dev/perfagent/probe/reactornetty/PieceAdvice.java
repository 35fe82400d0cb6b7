package dev.perfagent.probe.reactornetty;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpContent;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClientResponse;

/** Advice that shows a piece of a body that has come, where the answer may be a limit. */
final class PieceAdvice {
    private static final int MOST_BYTES = 2000;

    private PieceAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static void enter(
            @SiteNumber int site,
            @Advice.This HttpClientResponse operations,
            @Advice.FieldValue("responseState") @Nullable Object state,
            @Advice.Argument(1) Object message) {
        if (state != null && message instanceof HttpContent part) {
            int status = operations.status().code();
            boolean mayBeLimit = status == 403
                    || status == 429
                    || status == 200 && operations.fullPath().endsWith("/graphql");
            ByteBuf bytes = mayBeLimit ? part.content() : null;
            if (bytes != null && bytes.isReadable()) {
                int length = Math.min(bytes.readableBytes(), MOST_BYTES);
                Handoff.enter(site, operations, bytes.nioBuffer(bytes.readerIndex(), length));
            }
        }
    }
}
