package dev.perfagent.probe.jetty;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import java.nio.ByteBuffer;
import org.eclipse.jetty.client.api.Response;
import org.jspecify.annotations.Nullable;

/** Advice that shows a piece of a body that listeners get, where the answer may be a limit. Each version has its own order. */
final class ContentAdvice {
    private ContentAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static void enter(@SiteNumber int site, @Advice.AllArguments @Nullable Object[] arguments) {
        Response response = null;
        ByteBuffer piece = null;
        for (Object each : arguments) {
            if (each instanceof Response given) {
                response = given;
            } else if (each instanceof ByteBuffer given) {
                piece = given;
            }
        }
        if (response != null && piece != null) {
            int status = response.getStatus();
            boolean mayBeLimit = status == 403
                    || status == 429
                    || status == 200
                            && String.valueOf(response.getRequest().getPath()).endsWith("/graphql");
            if (mayBeLimit) {
                Handoff.enter(site, response.getRequest(), piece);
            }
        }
    }
}
