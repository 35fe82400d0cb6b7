package dev.perfagent.probe.urlconnection;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import java.io.InputStream;
import java.net.HttpURLConnection;
import org.jspecify.annotations.Nullable;

/**
 * Advice that lets what is read of an answer's body be seen where the answer may be a limit. It is inlined into the step that
 * decides whether to follow a redirect: there the connection has the status and the stream, and has not put its own stream over
 * it yet.
 */
final class AnswerBodyAdvice {
    private AnswerBodyAdvice() {}

    @Advice.OnMethodExit(suppress = true)
    static void exit(
            @SiteNumber int site,
            @Advice.This HttpURLConnection connection,
            @Advice.FieldValue(value = "inputStream", readOnly = false) @Nullable InputStream stream,
            @Advice.Return boolean isFollowed)
            throws Exception {
        if (!isFollowed && stream != null) {
            int status = connection.getResponseCode(); // the connection knows it by now
            boolean mayBeLimit = status == 403
                    || status == 429
                    || status == 200 && connection.getURL().getPath().endsWith("/graphql");
            Object seen = mayBeLimit ? Handoff.enter(site, connection, stream) : null;
            if (seen != null) {
                stream = (InputStream) seen;
            }
        }
    }
}
