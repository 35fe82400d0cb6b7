package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.example.client.ApacheAsync;
import org.example.client.ApacheAsyncFour;
import org.example.client.ApacheClassic;
import org.example.client.ApacheFour;
import org.example.client.ApacheMinimal;
import org.example.client.ApacheTwo;
import org.example.client.Calls;
import org.example.client.FeignDefault;
import org.example.client.FeignOkHttp;
import org.example.client.GoogleApache;
import org.example.client.GoogleNet;
import org.example.client.JdkSend;
import org.example.client.JdkSendAsync;
import org.example.client.JettyCalls;
import org.example.client.JettyTwo;
import org.example.client.KtorCio;
import org.example.client.KtorOkHttp;
import org.example.client.OkHttpEnqueue;
import org.example.client.OkHttpExecute;
import org.example.client.OkHttpTwo;
import org.example.client.ReactorNetty;
import org.example.client.ReactorTwo;
import org.example.client.Retrofitted;
import org.example.client.SpringApache;
import org.example.client.SpringJdk;
import org.example.client.SpringReactive;
import org.example.client.SpringTemplate;
import org.example.client.UrlConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The contract of HTTP clients: each client, in each version, carries out the same cases against a real server, and the record
 * says what the server saw. What was seen of each is the table in docs/covered.md, which this test holds to the truth.
 */
final class ClientsIT {
    private static final Path TABLE = Path.of("../../docs/covered.md");

    /** The newest versions. One JVM a group, so that the record has room for the paths of all its clients. */
    private static final ClientGroup NEWEST = new ClientGroup(
            List.of("okhttp-5", "jetty-12"),
            List.of(
                    new ClientRow("java.net.http", ClientRow.JDK, "send", JdkSend.class),
                    new ClientRow("java.net.http", ClientRow.JDK, "sendAsync", JdkSendAsync.class),
                    new ClientRow("HttpURLConnection", ClientRow.JDK, "", UrlConnection.class),
                    new ClientRow("OkHttp", "okhttp-jvm", "execute", OkHttpExecute.class),
                    new ClientRow("OkHttp", "okhttp-jvm", "enqueue", OkHttpEnqueue.class),
                    new ClientRow("Apache HttpClient", "httpclient5", "classic", ApacheClassic.class),
                    new ClientRow("Apache HttpClient", "httpclient5", "classic, minimal", ApacheMinimal.class),
                    new ClientRow("Apache HttpClient", "httpclient5", "async", ApacheAsync.class),
                    new ClientRow("Apache HttpClient", "httpclient", "", ApacheFour.class),
                    new ClientRow("Apache HttpAsyncClient", "httpasyncclient", "", ApacheAsyncFour.class),
                    new ClientRow("Jetty HttpClient", "jetty-client", "", JettyCalls.class),
                    new ClientRow("Reactor Netty", "reactor-netty-http", "", ReactorNetty.class),
                    new ClientRow("Ktor", "ktor-client-cio-jvm", "CIO", KtorCio.class),
                    new ClientRow("Ktor", "ktor-client-okhttp-jvm", "OkHttp", KtorOkHttp.class)));

    /** The lowest versions that are recognised, and of Jetty also those with which a major version begins and ends. */
    private static final ClientGroup LOWEST = new ClientGroup(
            List.of(
                    "okhttp-3",
                    "httpclient5-5.1",
                    "httpclient-4.3",
                    "jetty-nine-lowest",
                    "reactor-netty-1.0",
                    "ktor-2"),
            List.of(
                    new ClientRow("OkHttp", "okhttp", "execute", OkHttpExecute.class),
                    new ClientRow("OkHttp", "okhttp", "enqueue", OkHttpEnqueue.class),
                    new ClientRow("Apache HttpClient", "httpclient5", "classic", ApacheClassic.class),
                    new ClientRow("Apache HttpClient", "httpclient5", "classic, minimal", ApacheMinimal.class),
                    new ClientRow("Apache HttpClient", "httpclient5", "async", ApacheAsync.class),
                    new ClientRow("Apache HttpClient", "httpclient", "", ApacheFour.class),
                    new ClientRow("Jetty HttpClient", "jetty-client", "", JettyCalls.class),
                    new ClientRow("Reactor Netty", "reactor-netty-http", "", ReactorNetty.class),
                    new ClientRow("Ktor", "ktor-client-cio-jvm", "CIO", KtorCio.class),
                    ClientRow.jetty("jetty-ten-lowest"),
                    ClientRow.jetty("jetty-ten"),
                    ClientRow.jetty("jetty-eleven-lowest"),
                    ClientRow.jetty("jetty-eleven"),
                    ClientRow.jetty("jetty-twelve-lowest")));

    /** Versions in between. */
    private static final ClientGroup OTHERS = new ClientGroup(
            List.of("ktor-2"),
            List.of(
                    new ClientRow("Ktor", "ktor-client-okhttp-jvm", "OkHttp", KtorOkHttp.class),
                    new ClientRow("OkHttp", "okhttp", "execute", OkHttpExecute.class),
                    new ClientRow("OkHttp", "okhttp", "enqueue", OkHttpEnqueue.class),
                    ClientRow.jetty("jetty-nine")));

    /** Libraries that send by another client, which is recognised. */
    private static final List<ClientRow> BY_OTHERS = List.of(
            new ClientRow("Feign", "feign-core", "HttpURLConnection", FeignDefault.class),
            new ClientRow("Feign", "feign-core", "OkHttp", FeignOkHttp.class),
            new ClientRow("Retrofit", "retrofit", "OkHttp", Retrofitted.class),
            new ClientRow("google-http-client", "google-http-client", "HttpURLConnection", GoogleNet.class),
            new ClientRow("google-http-client", "google-http-client", "Apache HttpClient 4", GoogleApache.class),
            new ClientRow("Spring RestClient", "spring-web", "java.net.http", SpringJdk.class),
            new ClientRow("Spring RestClient", "spring-web", "Apache HttpClient 5", SpringApache.class),
            new ClientRow("Spring RestTemplate", "spring-web", "HttpURLConnection", SpringTemplate.class),
            new ClientRow("Spring WebClient", "spring-webflux", "Reactor Netty", SpringReactive.class));

    private static final ClientGroup NEWEST_BY_OTHERS = new ClientGroup(List.of("by-others-newest"), BY_OTHERS);
    private static final ClientGroup LOWEST_BY_OTHERS = new ClientGroup(List.of("by-others-lowest"), BY_OTHERS);

    /** Clients that have HTTP/2, by which they send all requests of one JVM over few connections. */
    private static final ClientGroup HTTP_2 = new ClientGroup(
            List.of("okhttp-5", "jetty-12"),
            List.of(
                    new ClientRow("java.net.http", ClientRow.JDK, "send, HTTP/2", JdkSend.class),
                    new ClientRow("java.net.http", ClientRow.JDK, "sendAsync, HTTP/2", JdkSendAsync.class),
                    new ClientRow("OkHttp", "okhttp-jvm", "execute, HTTP/2", OkHttpTwo.class),
                    new ClientRow("Apache HttpClient", "httpclient5", "async, HTTP/2", ApacheTwo.class),
                    new ClientRow("Jetty HttpClient", "jetty-client", "HTTP/2", JettyTwo.class),
                    new ClientRow("Reactor Netty", "reactor-netty-http", "HTTP/2", ReactorTwo.class)));

    /** The lowest versions of those, and the last 9 of Jetty. */
    private static final ClientGroup LOWEST_HTTP_2 = new ClientGroup(
            List.of("okhttp-3", "httpclient5-5.1", "jetty-nine-lowest", "reactor-netty-1.0"),
            List.of(
                    new ClientRow("OkHttp", "okhttp", "execute, HTTP/2", OkHttpTwo.class),
                    new ClientRow("Apache HttpClient", "httpclient5", "async, HTTP/2", ApacheTwo.class),
                    new ClientRow("Jetty HttpClient", "jetty-client", "HTTP/2", JettyTwo.class),
                    new ClientRow("Jetty HttpClient", "jetty-client", "HTTP/2", JettyTwo.class, "jetty-nine"),
                    new ClientRow("Reactor Netty", "reactor-netty-http", "HTTP/2", ReactorTwo.class)));

    @TempDir
    private Path folder;

    @Test
    void whatIsRecordedOfEachClientIsWhatTheTableSays() throws IOException {
        CoveredTable found = new CoveredTable();
        for (Jdk jdk : Jdk.all()) {
            carryOut(jdk, NEWEST, new ContractServer(), found);
            carryOut(jdk, NEWEST_BY_OTHERS, new ContractServer(), found);
            carryOut(jdk, HTTP_2, new Http2Server(), found);
        }
        carryOut(Jdk.own(), LOWEST, new ContractServer(), found);
        carryOut(Jdk.own(), LOWEST_BY_OTHERS, new ContractServer(), found);
        carryOut(Jdk.own(), OTHERS, new ContractServer(), found);
        carryOut(Jdk.own(), LOWEST_HTTP_2, new Http2Server(), found);

        if (Boolean.getBoolean("covered.write")) {
            Files.writeString(TABLE, found.in(Files.readString(TABLE)));
        }
        assertThat(CoveredTable.of(Files.readString(TABLE)))
                .as("docs/covered.md; write it anew by -Dcovered.write=true")
                .isEqualTo(found.toString());
    }

    private void carryOut(Jdk jdk, ClientGroup group, ClientServer started, CoveredTable found) throws IOException {
        AgentHome home = new AgentHome(Files.createTempDirectory(folder, "home"));
        try (ClientServer server = started) {
            List<String> arguments = new ArrayList<>(List.of(server.address(), ContractServer.nobody()));
            group.rows().forEach(row -> arguments.add(row.program()));
            Jvm.Ended ended = Jvm.on(jdk, folder)
                    .agent(home.option())
                    .jvm("-Dcalls.jars=" + ClientGroup.VERSIONS)
                    .jvm("-Dcalls.trace=" + Boolean.getBoolean("calls.trace"))
                    .main(
                            Jvm.TEST_CLASSES + File.pathSeparator + group.classPath(),
                            Calls.class.getName(),
                            arguments.toArray(new String[0]))
                    .run();

            assertThat(ended.out().lines()).as(ended.stderr()).containsExactlyElementsOf(group.answers());
            assertThat(home.agentLog()).isEmpty();
            JsonNode run = home.onlyRun();
            long received = 0;
            for (ClientRow row : group.rows()) {
                ClientFindings findings = new ClientFindings(row, run, server.served());
                found.add(row, group.version(row), findings);
                received += findings.received();
            }
            JsonNode host = Json.with(run.path("http"), "host", "127.0.0.1");
            assertThat(host.path("requests").asLong())
                    .as("all requests of the run are those of its clients")
                    .isEqualTo(requests(run));
            assertThat(host.path("bytes_sent").asLong())
                    .isEqualTo(
                            group.rows().stream().filter(ClientRow::statesSizes).count() * Calls.SENT_BYTES)
                    .isEqualTo(run.path("resource_usage").path("bytes_sent").asLong());
            assertThat(host.path("bytes_received").asLong())
                    .isEqualTo(received)
                    .isEqualTo(run.path("resource_usage").path("bytes_received").asLong());
        }
    }

    private static long requests(JsonNode run) {
        return run.path("github_api").path("requests_made").asLong();
    }
}
