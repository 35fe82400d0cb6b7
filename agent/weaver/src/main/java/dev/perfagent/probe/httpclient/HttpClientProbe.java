package dev.perfagent.probe.httpclient;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/**
 * The one real implementation of {@code java.net.http.HttpClient}; the façade that applications hold only delegates to it. The
 * two-argument {@code sendAsync} calls the three-argument one, {@code send} calls neither, so each request is reported once.
 */
public final class HttpClientProbe {
    private static final String REQUEST = "Ljava/net/http/HttpRequest;";
    private static final String BODY_HANDLER = "Ljava/net/http/HttpResponse$BodyHandler;";
    private static final String PUSH_HANDLER = "Ljava/net/http/HttpResponse$PushPromiseHandler;";

    /** As data. */
    public static final Probe PROBE = Probe.of(
            "java.net.http",
            "JDK 17 to 25",
            ProbedClass.of(
                    "jdk/internal/net/http/HttpClientImpl",
                    Hook.of(
                            "send",
                            "(" + REQUEST + BODY_HANDLER + ")Ljava/net/http/HttpResponse;",
                            Site.HTTP_CALL,
                            SendAdvice.class),
                    Hook.of(
                            "sendAsync",
                            "(" + REQUEST + BODY_HANDLER + PUSH_HANDLER + ")Ljava/util/concurrent/CompletableFuture;",
                            Site.HTTP_CALL_LATER,
                            SendAdvice.class)));

    private HttpClientProbe() {}
}
