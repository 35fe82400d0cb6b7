package dev.perfagent.probe.apache;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.AnswerBodySiteNumber;
import dev.perfagent.probe.SiteNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncDataConsumer;
import org.jspecify.annotations.Nullable;

/** Advice that reports the answer that a callback gets; what it gets of its body is seen where it may be a limit. */
final class AnsweredAdvice {
    private AnsweredAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static void enter(@SiteNumber int site, @Advice.This Object callback, @Advice.Argument(0) HttpResponse response) {
        HashMap<String, List<String>> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            List<String> values = headers.get(header.getName());
            if (values == null) {
                values = new ArrayList<>(1);
                headers.put(header.getName(), values);
            }
            values.add(header.getValue());
        }
        Object token = Handoff.enter(site, callback, null);
        Handoff.exit(site, token, new Object[] {null, null, response.getCode(), headers, null}, null);
    }

    @Advice.OnMethodExit(suppress = true)
    static void exit(
            @AnswerBodySiteNumber int bodySite,
            @Advice.This Object callback,
            @Advice.Argument(0) HttpResponse response,
            @Advice.Return(readOnly = false) @Nullable AsyncDataConsumer consumer) {
        int status = response.getCode();
        boolean mayBeLimit = status == 403 || status == 429 || status == 200; // of GraphQL, which others know
        Object seen = !mayBeLimit || consumer == null
                ? null
                : Handoff.enter(bodySite, callback, new Object[] {consumer, AsyncDataConsumer.class});
        if (seen != null) {
            consumer = (AsyncDataConsumer) seen;
        }
    }
}
