package dev.perfagent.probe.apache4;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.AnswerBodySiteNumber;
import dev.perfagent.probe.SiteNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpRequestWrapper;
import org.apache.http.conn.routing.HttpRoute;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.StringEntity;
import org.jspecify.annotations.Nullable;

/**
 * Advice that reports a request that is sent, and its answer; what is read of its body is seen where it may be a limit. The
 * name of a GraphQL request is read from its body, if the library made that of a text or of bytes.
 */
final class ExecuteAdvice {
    private ExecuteAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static @Nullable Object enter(
            @SiteNumber int site, @Advice.Argument(0) HttpRoute route, @Advice.Argument(1) HttpRequestWrapper request) {
        // A proxy gets the whole address in the place of the path.
        String path = request.getRequestLine().getUri();
        String address =
                path.startsWith("http") ? path : route.getTargetHost().toURI().concat(path);
        boolean authenticated = request.containsHeader("Authorization");
        byte[] text = null;
        if (path.endsWith("/graphql") && request instanceof HttpEntityEnclosingRequest enclosing) {
            try {
                HttpEntity entity = enclosing.getEntity();
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
        Object[] facts = {request.getRequestLine().getMethod(), address, authenticated, text};
        return Handoff.enter(site, null, facts);
    }

    @Advice.OnMethodExit(onThrowable = true, suppress = true)
    static void exit(
            @SiteNumber int site,
            @AnswerBodySiteNumber int bodySite,
            @Advice.Argument(1) HttpRequestWrapper request,
            @Advice.Enter @Nullable Object token,
            @Advice.Return @Nullable Object result,
            @Advice.Thrown @Nullable Throwable thrown) {
        Object[] answer = null;
        if (token != null && result != null) {
            try {
                HttpResponse response = (HttpResponse) result;
                HashMap<String, List<String>> headers = new HashMap<>();
                for (Header header : response.getAllHeaders()) {
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
                    sent = request instanceof HttpEntityEnclosingRequest ? -1L : 0L;
                }
                answer = new Object[] {null, null, response.getStatusLine().getStatusCode(), headers, sent};
            } catch (Throwable unknown) {
                // The call is reported, without its answer.
                answer = null;
            }
        }
        Handoff.exit(site, token, answer, thrown);
        if (answer != null && result instanceof HttpResponse response) {
            int status = response.getStatusLine().getStatusCode();
            boolean mayBeLimit = status == 403
                    || status == 429
                    || status == 200 && request.getRequestLine().getUri().endsWith("/graphql");
            HttpEntity entity = mayBeLimit ? response.getEntity() : null;
            Object seen =
                    entity == null ? null : Handoff.enter(bodySite, token, new Object[] {entity, HttpEntity.class});
            if (seen != null) {
                response.setEntity((HttpEntity) seen);
            }
        }
    }
}
