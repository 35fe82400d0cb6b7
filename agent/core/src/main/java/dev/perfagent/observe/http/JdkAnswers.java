package dev.perfagent.observe.http;

import dev.perfagent.record.HttpCall;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers as the JDK's own client gives them. Read here and not in its advice, because a future completes outside of all woven
 * code; of every other library core knows nothing.
 */
final class JdkAnswers {
    private JdkAnswers() {}

    /** The calls behind a response, the last one first; none when it is something else. */
    static List<HttpCall> of(Object result, HttpRequestFacts request, long nanos) {
        List<HttpCall> calls = new ArrayList<>(1);
        if (result instanceof HttpResponse<?> response) {
            calls.add(call(response, request, nanos));
            Optional<? extends HttpResponse<?>> earlier = response.previousResponse();
            while (earlier.isPresent()) {
                calls.add(call(earlier.get(), request, 0));
                earlier = earlier.get().previousResponse();
            }
        }
        return calls;
    }

    private static HttpCall call(HttpResponse<?> response, HttpRequestFacts request, long nanos) {
        HttpRequest sent = response.request();
        return new HttpCall(
                sent == null ? request.method() : sent.method(),
                response.uri(),
                nanos,
                response.statusCode(),
                false,
                new HeaderMap(response.headers().map(), true),
                request.authenticated());
    }
}
