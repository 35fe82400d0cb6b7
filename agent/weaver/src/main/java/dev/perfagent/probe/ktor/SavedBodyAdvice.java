package dev.perfagent.probe.ktor;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import io.ktor.client.request.HttpRequest;
import io.ktor.client.statement.HttpResponse;
import java.nio.ByteBuffer;
import kotlinx.coroutines.Job;

/** Advice that shows a body that Ktor keeps for whoever asks for the answer, where it may be a limit. */
final class SavedBodyAdvice {
    private SavedBodyAdvice() {}

    @Advice.OnMethodExit(suppress = true)
    static void exit(
            @SiteNumber int site,
            @Advice.Argument(1) HttpRequest request,
            @Advice.Argument(2) HttpResponse response,
            @Advice.Argument(3) byte[] body) {
        int status = response.getStatus().getValue();
        boolean mayBeLimit = status == 403
                || status == 429
                || status == 200 && request.getUrl().getEncodedPath().endsWith("/graphql");
        if (mayBeLimit) {
            Handoff.enter(site, response.getCoroutineContext().get(Job.Key), ByteBuffer.wrap(body));
        }
    }
}
