package dev.perfagent.probe.apache;

import dev.perfagent.hook.Handoff;
import dev.perfagent.probe.SiteNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/** Advice that reports a request that is sent, and its answer. */
final class ConnectAdvice {
    private ConnectAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(@SiteNumber int site, @Advice.Argument(0) ClassicHttpRequest request)
            throws Exception {
        // A proxy gets the whole address in the place of the path.
        String path = request.getPath();
        Object address = path != null && path.startsWith("http") ? path : request.getUri();
        boolean authenticated = request.containsHeader("Authorization");
        return Handoff.enter(site, null, new Object[] {request.getMethod(), address, authenticated});
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
    static void exit(
            @SiteNumber int site,
            @Advice.Argument(0) ClassicHttpRequest request,
            @Advice.Enter @Nullable Object token,
            @Advice.Return @Nullable ClassicHttpResponse response,
            @Advice.Thrown @Nullable Throwable thrown) {
        Object[] answer = null;
        if (token != null && response != null) {
            try {
                HashMap<String, List<String>> headers = new HashMap<>();
                for (Header header : response.getHeaders()) {
                    List<String> values = headers.get(header.getName());
                    if (values == null) {
                        values = new ArrayList<>(1);
                        headers.put(header.getName(), values);
                    }
                    values.add(header.getValue());
                }
                String path = request.getPath();
                Object address = path != null && path.startsWith("http") ? path : request.getUri();
                answer = new Object[] {request.getMethod(), address, response.getCode(), headers};
            } catch (Throwable unknown) {
                // The call is reported, without its answer.
                answer = null;
            }
        }
        Handoff.exit(site, token, answer, thrown);
    }
}
