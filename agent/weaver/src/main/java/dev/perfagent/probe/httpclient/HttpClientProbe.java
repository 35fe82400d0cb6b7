package dev.perfagent.probe.httpclient;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/**
 * The probe for the one implementation of {@code java.net.http.HttpClient}; the façade that applications get only delegates
 * to it. {@code sendAsync} with two arguments calls the one with three, and {@code send} calls neither, so each request is
 * reported once.
 */
public final class HttpClientProbe {
    private static final String REQUEST = "Ljava/net/http/HttpRequest;";
    private static final String BODY_HANDLER = "Ljava/net/http/HttpResponse$BodyHandler;";
    private static final String PUSH_HANDLER = "Ljava/net/http/HttpResponse$PushPromiseHandler;";

    /** The probe. */
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
