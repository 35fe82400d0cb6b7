package dev.perfagent.observe.http;

import dev.perfagent.record.HttpCall;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers as the JDK's own client gives them. Read here and not in its advice, because a future completes outside of all woven
 * code; of every other library core knows nothing.
 */
final class JdkAnswers {
    /** The texts of limits are short, and errors stand first in an answer of GraphQL. */
    private static final int MOST_CHARS = 2000;

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
                request.authenticated(),
                request.operation(),
                text(response, request),
                sent == null ? request.bytes() : bytes(sent),
                response.body() instanceof byte[] bytes ? (Long) (long) bytes.length : null);
    }

    /** The size of a body; null when it is not known, or when only code of the application's own knows it. */
    private static @Nullable Long bytes(HttpRequest request) {
        Optional<HttpRequest.BodyPublisher> body = request.bodyPublisher();
        if (body.isEmpty()) {
            return 0L;
        }
        boolean isOfJdk = body.get().getClass().getModule() == HttpRequest.class.getModule();
        return isOfJdk ? HttpRequestFacts.size(body.get().contentLength()) : null;
    }

    /** The start of a body that the client has read already, where it may report a limit; a stream is the application's. */
    private static @Nullable String text(HttpResponse<?> response, HttpRequestFacts request) {
        int status = response.statusCode();
        boolean mayTell = status == 403 || status == 429 || status == 200 && request.operation() != null;
        if (!mayTell) {
            return null;
        }
        Object body = response.body();
        if (body instanceof String text) {
            return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS);
        }
        return body instanceof byte[] bytes
                ? new String(bytes, 0, Math.min(bytes.length, MOST_CHARS), StandardCharsets.ISO_8859_1)
                : null;
    }
}
