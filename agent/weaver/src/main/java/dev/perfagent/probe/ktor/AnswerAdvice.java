package dev.perfagent.probe.ktor;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.AnswerBodySiteNumber;
import dev.perfagent.probe.SiteNumber;
import io.ktor.client.request.HttpResponseData;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kotlin.coroutines.Continuation;
import kotlinx.coroutines.Job;
import org.jspecify.annotations.Nullable;

/** Advice that reports the headers of an answer, or that none will come. Whatever else is returned says that the call waits. */
final class AnswerAdvice {
    private AnswerAdvice() {}

    @Advice.OnMethodExit(onThrowable = true, suppress = true)
    static void exit(
            @SiteNumber int site,
            @AnswerBodySiteNumber int bodySite,
            @Advice.Argument(1) Continuation<?> coroutine,
            @Advice.Return @Nullable Object returned,
            @Advice.Thrown @Nullable Throwable thrown) {
        if (thrown != null || returned instanceof HttpResponseData) {
            Job call = coroutine.getContext().get(Job.Key);
            Object token = Handoff.enter(site, call, null);
            @Nullable Object[] answer = null;
            if (token != null && returned instanceof HttpResponseData response) {
                HashMap<String, List<String>> headers = new HashMap<>();
                for (Map.Entry<String, List<String>> header :
                        response.getHeaders().entries()) {
                    headers.put(header.getKey(), header.getValue());
                }
                answer = new Object[] {null, null, response.getStatusCode().getValue(), headers, null};
            }
            Handoff.exit(site, token, answer, thrown);
            if (answer != null && returned instanceof HttpResponseData response) {
                int status = response.getStatusCode().getValue();
                if (status == 403 || status == 429 || status == 200) {
                    Handoff.enter(bodySite, token, new Object[] {
                        response.getCallContext().get(Job.Key)
                    });
                }
            }
        }
    }
}
