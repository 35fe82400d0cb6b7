package dev.perfagent.probe.reactornetty;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.AnswerBodySiteNumber;
import dev.perfagent.probe.SiteNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.http.client.HttpClientState;

/**
 * Advice that reports the headers of an answer, which may be a redirect that is followed, or that none will come. Where it may be
 * a limit, the connection stands for the call from then on: with it come the pieces of the body.
 */
final class AnsweredAdvice {
    private AnsweredAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static void enter(
            @SiteNumber int site,
            @AnswerBodySiteNumber int bodySite,
            @Advice.FieldValue("handler") Object handler,
            @Advice.Argument(0) Object connection,
            @Advice.Argument(1) Object what) {
        boolean isAnswer = what == HttpClientState.RESPONSE_RECEIVED
                || what.getClass().getSimpleName().equals("RedirectClientException"); // not public
        Throwable failure = !isAnswer && what instanceof Throwable thrown ? thrown : null;
        if (isAnswer || failure != null) {
            Object token = Handoff.enter(site, handler, null);
            @Nullable Object[] answer = null;
            if (token != null && isAnswer && connection instanceof HttpClientResponse response) {
                HashMap<String, List<String>> headers = new HashMap<>();
                for (Map.Entry<String, String> header : response.responseHeaders()) {
                    List<String> values = headers.get(header.getKey());
                    if (values == null) {
                        values = new ArrayList<>(1);
                        headers.put(header.getKey(), values);
                    }
                    values.add(header.getValue());
                }
                Object sent = response.requestHeaders().get("Content-Length");
                if (sent == null) {
                    sent = response.requestHeaders().contains("Transfer-Encoding") ? -1L : 0L;
                }
                answer = new Object[] {null, null, response.status().code(), headers, sent};
            }
            Handoff.exit(site, token, answer, failure);
            if (answer != null && what == HttpClientState.RESPONSE_RECEIVED) {
                Object status = answer[2];
                if (status.equals(403) || status.equals(429) || status.equals(200)) {
                    Handoff.enter(bodySite, token, new Object[] {connection});
                }
            }
        }
    }
}
