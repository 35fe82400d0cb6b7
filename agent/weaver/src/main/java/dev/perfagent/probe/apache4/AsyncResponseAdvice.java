package dev.perfagent.probe.apache4;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.http.Header;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpRequestWrapper;
import org.jspecify.annotations.Nullable;

/** Advice that reports the answer that an asynchronous client got; not that of a proxy to which it opens a tunnel. */
final class AsyncResponseAdvice {
    private AsyncResponseAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static void enter(
            @SiteNumber int site,
            @Advice.This Object handler,
            @Advice.FieldValue("requestRef") AtomicReference<HttpRequestWrapper> requests,
            @Advice.Argument(0) @Nullable HttpResponse response) {
        HttpRequestWrapper request = requests.get();
        if (response != null
                && (request == null
                        || !"CONNECT".equals(request.getRequestLine().getMethod()))) {
            HashMap<String, List<String>> headers = new HashMap<>();
            for (Header header : response.getAllHeaders()) {
                List<String> values = headers.get(header.getName());
                if (values == null) {
                    values = new ArrayList<>(1);
                    headers.put(header.getName(), values);
                }
                values.add(header.getValue());
            }
            Header length = request == null ? null : request.getFirstHeader("Content-Length");
            Object sent = length == null ? null : length.getValue();
            if (sent == null) {
                sent = request == null || request instanceof HttpEntityEnclosingRequest ? -1L : 0L;
            }
            Object[] answer = {null, null, response.getStatusLine().getStatusCode(), headers, sent};
            Handoff.exit(site, Handoff.enter(site, handler, null), answer, null);
        }
    }
}
