package dev.perfagent.probe.apache4;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.apache.http.nio.ContentDecoder;
import org.apache.http.nio.FileContentDecoder;

/** Advice that lets what an asynchronous client reads of a body be seen. Whether it may be a limit, the handler itself hides. */
final class DecoderAdvice {
    private DecoderAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static void enter(
            @SiteNumber int site,
            @Advice.This Object handler,
            @Advice.Argument(value = 0, readOnly = false) ContentDecoder decoder) {
        Class<?> type = decoder instanceof FileContentDecoder ? FileContentDecoder.class : ContentDecoder.class;
        Object seen = Handoff.enter(site, handler, new Object[] {decoder, type});
        if (seen != null) {
            decoder = (ContentDecoder) seen;
        }
    }
}
