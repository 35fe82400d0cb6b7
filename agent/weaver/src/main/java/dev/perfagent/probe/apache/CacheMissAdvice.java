package dev.perfagent.probe.apache;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;

/** Advice that reports an answer of the server which the asynchronous cache did not have. */
final class CacheMissAdvice {
    private static final int NOT_MODIFIED = 304;

    private CacheMissAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static void enter(
            @SiteNumber int site,
            @Advice.FieldValue("request") HttpRequest request,
            @Advice.Argument(0) HttpResponse response)
            throws Exception {
        String path = request.getPath();
        Object address = path != null && path.startsWith("http") ? path : request.getUri();
        HashMap<String, List<String>> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.put(header.getName(), Collections.singletonList(header.getValue()));
        }
        Object token = Handoff.enter(site, null, new Object[] {"apache-httpclient", address, true});
        Handoff.exit(site, token, new Object[] {response.getCode() == NOT_MODIFIED, true, headers}, null);
    }
}
