package dev.perfagent.probe.apache4;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/**
 * The probe for Apache HttpClient 4, also for relocated copies. The last handler of a client's chain connects and sends; it comes
 * after those that follow redirects, try again and cache. Minimal clients have one of their own.
 *
 * <p>The asynchronous client has one handler for a call, which sends one request after the other, such as to follow a redirect.
 */
public final class ApacheHttp4Probe {
    private static final String PACKAGE = "org/apache/http/";
    private static final String CLIENT = "L" + PACKAGE + "client/";

    /** The descriptor of a handler's method. */
    private static final String EXECUTE = "(L" + PACKAGE + "conn/routing/HttpRoute;" + CLIENT
            + "methods/HttpRequestWrapper;" + CLIENT + "protocol/HttpClientContext;" + CLIENT
            + "methods/HttpExecutionAware;)" + CLIENT + "methods/CloseableHttpResponse;";

    private static final String HANDLER = "impl/nio/client/AbstractClientExchangeHandler";

    /** The probe. */
    public static final Probe PROBE = Probe.of(
            "apache-httpclient-4",
            "Apache HttpClient 4.3 to 4.5 and HttpAsyncClient 4.1",
            type("impl/execchain/MainClientExec"),
            type("impl/execchain/MinimalClientExec"),
            ProbedClass.relocatable(
                    "http/impl/client/cache/CachingExec",
                    PACKAGE,
                    "impl/client/cache/CachingExec",
                    Hook.of("execute", EXECUTE, Site.HTTP_CACHE, CacheAdvice.class)),
            ProbedClass.relocatable(
                    "http/" + HANDLER,
                    PACKAGE,
                    HANDLER,
                    Hook.of(
                            "setCurrentRequest",
                            "(" + CLIENT + "methods/HttpRequestWrapper;)V",
                            Site.HTTP_CALL_LATER,
                            AsyncRequestAdvice.class),
                    Hook.of(
                            "setCurrentResponse",
                            "(L" + PACKAGE + "HttpResponse;)V",
                            Site.HTTP_CALL,
                            AsyncResponseAdvice.class),
                    Hook.of("failed", "(Ljava/lang/Exception;)V", Site.HTTP_CALL, AsyncEndAdvice.class),
                    Hook.of("close", "()V", Site.HTTP_CALL, AsyncEndAdvice.class)),
            handler("DefaultClientExchangeHandlerImpl"),
            handler("MinimalClientExchangeHandlerImpl"));

    private ApacheHttp4Probe() {}

    /** A handler of an asynchronous client, which hands on what comes of a body. */
    private static ProbedClass handler(String name) {
        String full = "impl/nio/client/" + name;
        return ProbedClass.relocatable(
                "http/" + full,
                PACKAGE,
                full,
                Hook.of(
                        "consumeContent",
                        "(L" + PACKAGE + "nio/ContentDecoder;L" + PACKAGE + "nio/IOControl;)V",
                        Site.HTTP_ANSWER_BODY,
                        DecoderAdvice.class));
    }

    private static ProbedClass type(String name) {
        return ProbedClass.relocatable(
                "http/" + name, PACKAGE, name, Hook.of("execute", EXECUTE, Site.HTTP_CALL, ExecuteAdvice.class));
    }
}
