package dev.perfagent.probe.apache;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;

/**
 * The probe for Apache HttpClient 5, also for relocated copies. Requests go through a chain of handlers, one for the classic API
 * and one for the asynchronous one. The handler that connects comes after those that follow redirects, try again and cache. So it
 * sees each request that is sent, with the time to connect, and none that a cache answers. Minimal clients have no chain.
 *
 * <p>In the asynchronous chain the answer comes by a callback of the handler before, which is made for each request.
 */
public final class ApacheHttpProbe {
    private static final String PACKAGE = "org/apache/hc/";
    private static final String CORE = "L" + PACKAGE + "core5/http/";
    private static final String CLASSIC = PACKAGE + "client5/http/impl/classic/";
    private static final String CHAIN = "L" + PACKAGE + "client5/http/async/AsyncExec";

    /** The descriptor of a classic handler's method. */
    private static final String EXECUTE = "(" + CORE + "ClassicHttpRequest;L" + PACKAGE
            + "client5/http/classic/ExecChain$Scope;L" + PACKAGE + "client5/http/classic/ExecChain;)" + CORE
            + "ClassicHttpResponse;";

    /** The descriptor of a callback's method. */
    private static final String ANSWERED =
            "(" + CORE + "HttpResponse;" + CORE + "EntityDetails;)" + CORE + "nio/AsyncDataConsumer;";

    /** The probe. */
    public static final Probe PROBE = Probe.of(
            "apache-httpclient",
            "Apache HttpClient 5.1 to 5.6",
            type("classic/ConnectExec", Hook.of("execute", EXECUTE, Site.HTTP_CALL, ConnectAdvice.class)),
            type("cache/CachingExec", Hook.of("execute", EXECUTE, Site.HTTP_CACHE, CacheAdvice.class)),
            type(
                    "cache/AsyncCachingExec",
                    Hook.of(
                            "triggerResponse",
                            "(L" + PACKAGE + "client5/http/async/methods/SimpleHttpResponse;" + CHAIN + "Chain$Scope;"
                                    + CHAIN + "Callback;)V",
                            Site.HTTP_CACHE,
                            CacheHitAdvice.class)),
            type(
                    "cache/AsyncCachingExec$BackendResponseHandler",
                    Hook.of("handleResponse", ANSWERED, Site.HTTP_CACHE, CacheMissAdvice.class)),
            type(
                    "classic/MinimalHttpClient",
                    Hook.of(
                            "doExecute",
                            "(" + CORE + "HttpHost;" + CORE + "ClassicHttpRequest;" + CORE + "protocol/HttpContext;)L"
                                    + CLASSIC + "CloseableHttpResponse;",
                            Site.HTTP_CALL,
                            ConnectAdvice.class)),
            type(
                    "async/AsyncConnectExec",
                    Hook.of(
                            "execute",
                            "(" + CORE + "HttpRequest;" + CORE + "nio/AsyncEntityProducer;" + CHAIN + "Chain$Scope;"
                                    + CHAIN + "Chain;" + CHAIN + "Callback;)V",
                            Site.HTTP_CALL_LATER,
                            ConnectAsyncAdvice.class)),
            type(
                    "async/AsyncProtocolExec$1",
                    Hook.of("handleResponse", ANSWERED, Site.HTTP_CALL, AnsweredAdvice.class),
                    Hook.of("failed", "(Ljava/lang/Exception;)V", Site.HTTP_CALL, FailedAdvice.class)));

    private ApacheHttpProbe() {}

    private static ProbedClass type(String name, Hook... hooks) {
        String full = "client5/http/impl/" + name;
        return ProbedClass.relocatable("hc/" + full, PACKAGE, full, hooks);
    }
}
