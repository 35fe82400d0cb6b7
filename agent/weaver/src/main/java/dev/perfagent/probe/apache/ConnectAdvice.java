package dev.perfagent.probe.apache;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.AnswerBodySiteNumber;
import dev.perfagent.probe.SiteNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpEntityContainer;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;

/**
 * Advice that reports a request that is sent, and its answer; what is read of its body is seen where it may be a limit. A minimal
 * client has the request behind the host. The name of a GraphQL request is read from its body, if the library made that of a text
 * or of bytes.
 */
final class ConnectAdvice {
    private ConnectAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static @Nullable Object enter(@SiteNumber int site, @Advice.AllArguments Object[] arguments) throws Exception {
        HttpRequest request = (HttpRequest) (arguments[0] instanceof HttpRequest ? arguments[0] : arguments[1]);
        // A proxy gets the whole address in the place of the path.
        String path = request.getPath();
        Object address = path != null && path.startsWith("http") ? path : request.getUri();
        boolean authenticated = request.containsHeader("Authorization");
        byte[] text = null;
        if (path != null && path.endsWith("/graphql") && request instanceof HttpEntityContainer container) {
            try {
                HttpEntity entity = container.getEntity();
                if (entity != null && entity.getClass().getSimpleName().equals("RequestEntityProxy")) {
                    entity = (HttpEntity)
                            entity.getClass().getMethod("getOriginal").invoke(entity);
                }
                if (entity != null
                        && (entity.getClass() == StringEntity.class || entity.getClass() == ByteArrayEntity.class)) {
                    text = entity.getContent().readNBytes(32768);
                }
            } catch (Throwable unknown) {
                // The request is reported, without its name.
                text = null;
            }
        }
        return Handoff.enter(site, null, new Object[] {request.getMethod(), address, authenticated, text});
    }

    @Advice.OnMethodExit(onThrowable = true, suppress = true)
    static void exit(
            @SiteNumber int site,
            @AnswerBodySiteNumber int bodySite,
            @Advice.AllArguments Object[] arguments,
            @Advice.Enter @Nullable Object token,
            @Advice.Return @Nullable Object result,
            @Advice.Thrown @Nullable Throwable thrown) {
        Object[] answer = null;
        if (token != null && result != null) {
            try {
                HttpRequest request = (HttpRequest) (arguments[0] instanceof HttpRequest ? arguments[0] : arguments[1]);
                HttpResponse response = (HttpResponse) result;
                HashMap<String, List<String>> headers = new HashMap<>();
                for (Header header : response.getHeaders()) {
                    List<String> values = headers.get(header.getName());
                    if (values == null) {
                        values = new ArrayList<>(1);
                        headers.put(header.getName(), values);
                    }
                    values.add(header.getValue());
                }
                Header length = request.getFirstHeader("Content-Length");
                Object sent = length == null ? null : length.getValue();
                if (sent == null) {
                    HttpEntity entity = ((HttpEntityContainer) request).getEntity();
                    sent = entity == null ? 0L : (Long) entity.getContentLength();
                }
                answer = new Object[] {null, null, response.getCode(), headers, sent};
            } catch (Throwable unknown) {
                // The call is reported, without its answer.
                answer = null;
            }
        }
        Handoff.exit(site, token, answer, thrown);
        if (answer != null && result instanceof HttpResponse response) {
            int status = response.getCode();
            boolean mayBeLimit = status == 403
                    || status == 429
                    || status == 200
                            && String.valueOf(((HttpRequest)
                                                    (arguments[0] instanceof HttpRequest ? arguments[0] : arguments[1]))
                                            .getPath())
                                    .endsWith("/graphql");
            HttpEntity entity = mayBeLimit ? ((HttpEntityContainer) response).getEntity() : null;
            Object seen =
                    entity == null ? null : Handoff.enter(bodySite, token, new Object[] {entity, HttpEntity.class});
            if (seen != null) {
                ((HttpEntityContainer) response).setEntity((HttpEntity) seen);
            }
        }
    }
}
