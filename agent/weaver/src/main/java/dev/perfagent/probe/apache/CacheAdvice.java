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
import org.jspecify.annotations.Nullable;

/** Advice that reports a request at the cache; whether it is sent is seen at the handler that connects. */
final class CacheAdvice {
    private CacheAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static @Nullable Object enter(@SiteNumber int site, @Advice.AllArguments Object[] arguments) throws Exception {
        HttpRequest request = (HttpRequest) arguments[0];
        String path = request.getPath();
        Object address = path != null && path.startsWith("http") ? path : request.getUri();
        return Handoff.enter(site, null, new Object[] {"apache-httpclient", address, true});
    }

    @Advice.OnMethodExit(onThrowable = true, suppress = true)
    static void exit(
            @SiteNumber int site,
            @Advice.Enter @Nullable Object token,
            @Advice.Return @Nullable Object result,
            @Advice.Thrown @Nullable Throwable thrown) {
        Object[] answer = null;
        if (token != null && result instanceof HttpResponse response) {
            HashMap<String, List<String>> headers = new HashMap<>();
            for (Header header : response.getHeaders()) {
                headers.put(header.getName(), Collections.singletonList(header.getValue()));
            }
            answer = new Object[] {null, null, headers};
        }
        Handoff.exit(site, token, answer, thrown);
    }
}
