package dev.perfagent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.plan.RuleMatch;
import dev.perfagent.plan.Weaver;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnobservedClientsTest {
    /** What is in the class does not matter. */
    private static final byte[] CLASS = Objects.requireNonNull(
            ClassFile.find(UnobservedClientsTest.class.getClassLoader(), "dev/perfagent/weave/UnobservedClientsTest"));

    @ParameterizedTest
    @CsvSource({
        "Apache HttpAsyncClient 4.0, org/apache/http/impl/nio/client/InternalConnManager",
        "'Apache HttpClient 4, DefaultHttpClient', org/apache/http/impl/client/DefaultRequestDirector",
        "'Apache HttpClient 5, minimal async', org/apache/hc/client5/http/impl/async/MinimalHttpAsyncClient",
        "'Apache HttpClient 5, minimal async', org/apache/hc/client5/http/impl/async/MinimalH2AsyncClient",
        "Apache Commons HttpClient 3, org/apache/commons/httpclient/HttpClient",
        "AsyncHttpClient, org/asynchttpclient/DefaultAsyncHttpClient",
        "AsyncHttpClient, org/example/shaded/asynchttpclient/DefaultAsyncHttpClient",
        "AsyncHttpClient, com/ning/http/client/AsyncHttpClient",
        "OkHttp 2, com/squareup/okhttp/Call",
        "'Ktor, Jetty engine', io/ktor/client/engine/jetty/JettyHttp2Engine",
        "'Ktor, Jetty engine', io/ktor/client/engine/jetty/jakarta/JettyHttp2Engine",
        "Akka or Pekko HTTP client, org/apache/pekko/http/impl/engine/client/OutgoingConnectionBlueprint$",
        "Helidon WebClient, io/helidon/webclient/http1/Http1ClientImpl",
        "http-kit, org/httpkit/client/HttpClient",
        "gRPC, io/grpc/netty/NettyClientTransport",
        "gRPC, io/grpc/netty/shaded/io/grpc/netty/NettyClientTransport",
        "gRPC, io/grpc/okhttp/OkHttpClientTransport",
        "AWS CRT HTTP client, software/amazon/awssdk/crt/http/HttpClientConnectionManager",
        "'AWS SDK, Netty client', software/amazon/awssdk/http/nio/netty/NettyNioAsyncHttpClient",
        "Armeria, com/linecorp/armeria/client/HttpClientPipelineConfigurator",
        "Jodd HTTP, jodd/http/net/SocketHttpConnection",
        "Undertow HTTP client, io/undertow/client/http/HttpClientConnection",
        "Undertow HTTP client, io/undertow/client/http2/Http2ClientConnection",
        "Jetty 7 or 8 HTTP client, org/eclipse/jetty/client/SelectConnector",
        "http4s, org/http4s/ember/client/EmberClient",
        "http4s, org/http4s/blaze/client/BlazeClientBuilder",
        "ActiveJ HTTP client, io/activej/http/HttpClientConnection",
        "Vert.x HTTP client, io/vertx/core/http/impl/HttpClientImpl",
        "Netty HTTP client, io/netty/handler/codec/http/HttpClientCodec"
    })
    void aClientThatIsNotObservedIsNamedAndLeftAsItIs(String client, String className) {
        Weaver weaver = WeavingLoader.weaver(null);

        assertThat(weaver.weave(getClass().getClassLoader(), className, CLASS)).isNull();
        assertThat(weaver.matches())
                .containsExactly(new RuleMatch(
                        RuleMatch.PROBE,
                        client,
                        className.replace('/', '.'),
                        List.of(),
                        "requests of this client are not recorded"));
        assertThat(weaver.probes()).as("of those that are observed").doesNotContain(client);
    }
}
