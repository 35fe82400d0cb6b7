package dev.perfagent.probe.okhttp;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.AnswerBodySiteNumber;
import dev.perfagent.probe.SiteNumber;
import java.io.InputStream;
import java.util.ArrayList;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okhttp3.internal.http.RealResponseBody;
import okio.Buffer;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * Advice that reports a request with all its redirects. Of a response only the network's part counts: a status of 304 where
 * the cache revalidated its entry, and nothing where the cache alone answered.
 *
 * <p>Of GraphQL, the body that OkHttp itself has made of a text or of bytes is read, for the name of the request. The body of an
 * answer that may be a limit gets a source by which we see what is read of it.
 */
final class InterceptAdvice {
    private InterceptAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static @Nullable Object enter(@SiteNumber int site, @Advice.Argument(0) Interceptor.Chain chain) {
        Request request = chain.request();
        boolean authenticated = request.header("Authorization") != null;
        RequestBody body = request.url().encodedPath().endsWith("/graphql") ? request.body() : null;
        Object text = null;
        if (body != null) {
            try {
                String type = body.getClass().getName();
                boolean isInMemory =
                        type.startsWith(RequestBody.class.getName().concat("$")) && !type.contains("asRequestBody");
                if (isInMemory && !body.isOneShot() && body.contentLength() <= 32768) {
                    Buffer copy = new Buffer();
                    body.writeTo(copy);
                    text = copy.readByteArray();
                }
            } catch (Throwable unknown) {
                // The call is reported, without its name: Okio may be relocated otherwise than OkHttp is.
                text = null;
            }
        }
        Object[] facts = {request.method(), request.url().toString(), authenticated, text};
        return Handoff.enter(site, chain.call(), facts);
    }

    @Advice.OnMethodExit(onThrowable = true, suppress = true)
    static void exit(
            @SiteNumber int site,
            @AnswerBodySiteNumber int bodySite,
            @Advice.Enter @Nullable Object token,
            @Advice.Return(readOnly = false) @Nullable Response response,
            @Advice.Thrown @Nullable Throwable thrown) {
        Object[] answers = null;
        if (token != null && response != null) {
            ArrayList<@Nullable Object> all = new ArrayList<>(5);
            for (Response each = response; each != null; each = each.priorResponse()) {
                Response network = each.networkResponse();
                if (network != null) {
                    all.add(network.request().method());
                    all.add(network.request().url().toString());
                    all.add(network.code());
                    all.add(network.headers().toMultimap());
                    String length = network.request().header("Content-Length");
                    all.add(length == null ? (Long) (network.request().body() == null ? 0L : -1L) : length);
                }
            }
            answers = all.toArray();
        }
        Handoff.exit(site, token, answers, thrown);
        if (answers != null && response != null) {
            int status = response.code();
            boolean mayBeLimit = status == 403
                    || status == 429
                    || status == 200 && response.request().url().encodedPath().endsWith("/graphql");
            ResponseBody body = mayBeLimit ? response.body() : null;
            Object seen = body == null ? null : Handoff.enter(bodySite, token, body.byteStream());
            if (body != null && seen != null) {
                String type = response.header("Content-Type");
                response = response.newBuilder()
                        .body(new RealResponseBody(
                                type, body.contentLength(), Okio.buffer(Okio.source((InputStream) seen))))
                        .build();
            }
        }
    }
}
