package dev.perfagent.weave;

import dev.perfagent.plan.RuleMatch;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;
import dev.perfagent.probe.reactornetty.ReactorNettyProbe;
import java.util.ArrayList;
import java.util.List;

/**
 * HTTP clients whose requests are not recorded. Each is looked for by a class that a program loads as soon as it uses the client,
 * so that {@code explain} and agent.log can name it: a run without requests would look as if it had sent none.
 */
final class UnobservedClients {
    private static final String NETTY = "Netty HTTP client";
    private static final String APACHE_MINIMAL = "Apache HttpClient 5, minimal async";
    private static final String ASYNC = "AsyncHttpClient";
    private static final String KTOR = "Ktor, Jetty engine";
    private static final String GRPC = "gRPC";
    private static final String HTTP4S = "http4s";
    private static final String UNDERTOW = "Undertow HTTP client";

    /** Probes without a hook. */
    static final List<Probe> PROBES = List.of(
            client("Apache HttpAsyncClient 4.0", "http/impl/nio/client/InternalConnManager"),
            client("Apache HttpClient 4, DefaultHttpClient", "http/impl/client/DefaultRequestDirector"),
            client(APACHE_MINIMAL, "hc/client5/http/impl/async/MinimalHttpAsyncClient"),
            client(APACHE_MINIMAL, "hc/client5/http/impl/async/MinimalH2AsyncClient"),
            client("Apache Commons HttpClient 3", "commons/httpclient/HttpClient"),
            client("OkHttp 2", "squareup/okhttp/Call"),
            client(ASYNC, "asynchttpclient/DefaultAsyncHttpClient"),
            client(ASYNC, "ning/http/client/AsyncHttpClient"),
            client("Vert.x HTTP client", "vertx/core/http/impl/HttpClientImpl"),
            client(KTOR, "ktor/client/engine/jetty/JettyHttp2Engine"),
            client(KTOR, "ktor/client/engine/jetty/jakarta/JettyHttp2Engine"),
            client("Akka or Pekko HTTP client", "http/impl/engine/client/OutgoingConnectionBlueprint$"),
            client("Helidon WebClient", "webclient/http1/Http1ClientImpl"),
            client("http-kit", "httpkit/client/HttpClient"),
            client(GRPC, "grpc/netty/NettyClientTransport"),
            client(GRPC, "grpc/okhttp/OkHttpClientTransport"),
            client("AWS CRT HTTP client", "awssdk/crt/http/HttpClientConnectionManager"),
            client("AWS SDK, Netty client", "http/nio/netty/NettyNioAsyncHttpClient"),
            client("Armeria", "armeria/client/HttpClientPipelineConfigurator"),
            client("Jodd HTTP", "jodd/http/net/SocketHttpConnection"),
            client(UNDERTOW, "undertow/client/http/HttpClientConnection"),
            client(UNDERTOW, "undertow/client/http2/Http2ClientConnection"),
            client("Jetty 7 or 8 HTTP client", "jetty/client/SelectConnector"),
            client(HTTP4S, "http4s/ember/client/EmberClient"),
            client(HTTP4S, "http4s/blaze/client/BlazeClientBuilder"),
            client("ActiveJ HTTP client", "activej/http/HttpClientConnection"),
            client(NETTY, "netty/handler/codec/http/HttpClientCodec"));

    private UnobservedClients() {}

    /** Whether it is one of those: by name, because the first comparison of two records costs a start 50 ms. */
    static boolean include(Probe probe) {
        for (Probe each : PROBES) {
            if (each.name().equals(probe.name())) {
                return true;
            }
        }
        return false;
    }

    /** Without what is only there because a client that is observed is built on it. */
    static List<RuleMatch> withoutBases(List<RuleMatch> matches) {
        List<RuleMatch> rest = new ArrayList<>(matches);
        if (rest.stream().anyMatch(match -> match.subject().equals(ReactorNettyProbe.PROBE.name()))) {
            rest.removeIf(match -> match.subject().equals(NETTY));
        }
        return rest;
    }

    private static Probe client(String name, String ending) {
        return Probe.of(name, "none", ProbedClass.relocatable(ending, "", ending));
    }
}
