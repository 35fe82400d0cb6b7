package dev.perfagent.weave;

import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;
import java.util.List;

/**
 * HTTP clients whose requests are not recorded. Each is looked for by a class that a program loads as soon as it uses the client,
 * so that {@code explain} and agent.log can name it: a run without requests would look as if it had sent none.
 */
final class UnobservedClients {
    /** Probes without a hook. */
    static final List<Probe> PROBES = List.of(
            client("Reactor Netty", "reactor/netty/http/client/HttpClientConnect"),
            client("Ktor CIO", "ktor/client/engine/cio/CIOEngine"),
            client("Apache HttpAsyncClient 4.0", "http/impl/nio/client/InternalConnManager"),
            client("Apache Commons HttpClient 3", "commons/httpclient/HttpClient"),
            client("AsyncHttpClient", "asynchttpclient/DefaultAsyncHttpClient"),
            client("Vert.x HTTP client", "vertx/core/http/impl/HttpClientImpl"),
            client("Netty HTTP client", "netty/handler/codec/http/HttpClientCodec"));

    private UnobservedClients() {}

    private static Probe client(String name, String ending) {
        return Probe.of(name, "none", ProbedClass.relocatable(ending, "", ending));
    }
}
