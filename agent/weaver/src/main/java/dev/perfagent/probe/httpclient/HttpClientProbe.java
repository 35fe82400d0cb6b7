package dev.perfagent.probe.httpclient;

import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import java.util.List;

/**
 * The one real implementation of {@code java.net.http.HttpClient}; the façade that applications hold only delegates to it. The
 * two-argument {@code sendAsync} calls the three-argument one, {@code send} calls neither, so each request is told once.
 */
public final class HttpClientProbe implements Probe {
    private static final String CLASS = "jdk/internal/net/http/HttpClientImpl";
    private static final String REQUEST = "Ljava/net/http/HttpRequest;";
    private static final String BODY_HANDLER = "Ljava/net/http/HttpResponse$BodyHandler;";
    private static final String PUSH_HANDLER = "Ljava/net/http/HttpResponse$PushPromiseHandler;";

    @Override
    public String name() {
        return "java.net.http";
    }

    @Override
    public boolean covers(String className) {
        return className.equals(CLASS);
    }

    @Override
    public List<String> watched() {
        return List.of(CLASS);
    }

    @Override
    public List<Hook> hooks(String className) {
        return List.of(
                new Hook("send", "(" + REQUEST + BODY_HANDLER + ")Ljava/net/http/HttpResponse;", SendAdvice.class),
                new Hook(
                        "sendAsync",
                        "(" + REQUEST + BODY_HANDLER + PUSH_HANDLER + ")Ljava/util/concurrent/CompletableFuture;",
                        SendAsyncAdvice.class));
    }
}
