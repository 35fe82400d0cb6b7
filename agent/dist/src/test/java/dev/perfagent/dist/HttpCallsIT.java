package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.example.HttpCalls;
import org.example.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Calls by both HTTP clients of the JDK, without any configuration, are recorded as the server saw them. */
final class HttpCallsIT {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    /** The first JDK whose virtual threads are not a preview. */
    private static final int VIRTUAL_THREADS = 21;

    @TempDir
    private Path folder;

    private RunningServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = RunningServer.start(folder.resolve("server"));
    }

    @AfterEach
    void endServer() {
        server.close();
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void callsAreThoseThatTheServerAnswered(Jdk jdk) {
        List<String> what = new ArrayList<>(List.of("connection", "client", "async", "threads"));
        if (jdk.feature() >= VIRTUAL_THREADS) {
            what.add("virtual-threads");
        }
        JsonNode run = calls(jdk, what);

        ServerLog log = server.log();
        JsonNode api = run.path("github_api");
        long atOnce = jdk.feature() >= VIRTUAL_THREADS ? 4 : 2;
        assertThat(log.requests()).hasSize(17 + (int) atOnce);
        assertThat(log.count("GET /rate_limit")).isEqualTo(atOnce);
        assertThat(api.path("requests_made").asLong()).isEqualTo(log.requests().size());
        assertThat(api.path("errors").asLong()).isEqualTo(log.errors()).isEqualTo(3);
        assertThat(api.path("conditional_hits").asLong())
                .isEqualTo(log.status(304))
                .isEqualTo(2);
        assertThat(api.path("authenticated").asBoolean()).isTrue();
        assertThat(api.path("rate_limit_remaining").asLong()).isEqualTo(log.remaining());
        assertThat(api.path("rate_limit_consumed").asLong()).isEqualTo(5000 - log.remaining());

        Map<String, ServerLog> byEndpoint = log.byEndpoint();
        assertThat(Json.texts(api.path("endpoints"), "endpoint"))
                .containsExactlyInAnyOrderElementsOf(byEndpoint.keySet());
        byEndpoint.forEach((endpoint, asked) -> {
            JsonNode stated = Json.with(api.path("endpoints"), "endpoint", endpoint);
            assertThat(stated.path("count").asLong())
                    .as(endpoint)
                    .isEqualTo(asked.requests().size());
            assertThat(Json.statuses(stated.path("status"))).as(endpoint).isEqualTo(asked.statuses());
            assertThat(stated.path("bytes").asLong()).as(endpoint).isEqualTo(asked.bytes());
            assertThat(stated.path("repeated").asLong()).as(endpoint).isEqualTo(asked.repeated());
        });
        // 41 issues in pages of 30: the first names a next one. Labels in pages of 5: both do.
        JsonNode issues = Json.with(api.path("endpoints"), "endpoint", "GET /repos/{owner}/{repo}/issues");
        assertThat(issues.path("pages").asInt()).isEqualTo(1);
        assertThat(issues.path("per_page").asInt()).isEqualTo(30);
        JsonNode labels = Json.with(api.path("endpoints"), "endpoint", "GET /repos/{owner}/{repo}/labels");
        assertThat(labels.path("pages").asInt()).isEqualTo(2);
        assertThat(labels.path("per_page").asInt()).isEqualTo(5);

        assertThat(Json.texts(run.path("http"), "host")).containsExactly("127.0.0.1");
        JsonNode host = run.path("http").path(0);
        assertThat(host.path("requests").asLong()).isEqualTo(log.requests().size());
        assertThat(host.path("errors").asLong()).isEqualTo(log.errors());
        assertThat(host.path("bytes").asLong()).isEqualTo(log.bytes());
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void callsThatNobodyAnswersAreErrors(Jdk jdk) throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK))) {
            closed = socket.getLocalPort();
        }
        JsonNode run = calls(jdk, List.of("http://127.0.0.1:" + closed + "/"));

        assertThat(run.path("github_api").isNull()).isTrue();
        assertThat(run.path("http").size()).isEqualTo(1);
        JsonNode host = run.path("http").path(0);
        assertThat(host.path("requests").asInt()).isEqualTo(2);
        assertThat(host.path("errors").asInt()).isEqualTo(2);
        assertThat(host.path("bytes").isNull()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void aRedirectIsARequestOfItsOwn(Jdk jdk) throws IOException {
        HttpServer moved = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
        moved.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Location", server.baseUrl() + "/user");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        moved.start();
        try {
            JsonNode run =
                    calls(jdk, List.of("http://127.0.0.1:" + moved.getAddress().getPort() + "/"));

            assertThat(server.log().requests()).hasSize(2);
            assertThat(run.path("http").path(0).path("requests").asInt()).isEqualTo(4);
            assertThat(run.path("github_api").path("requests_made").asInt()).isEqualTo(2);
        } finally {
            moved.stop(0);
        }
    }

    /** Two of four answers ask for a second, and the limit allows one in all. */
    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void whatItWaitedForALimitIsLost(Jdk jdk) throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer limited = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
        limited.createContext("/", exchange -> {
            boolean refused = asked.getAndIncrement() % 2 == 0;
            if (refused) {
                exchange.getResponseHeaders().set("Retry-After", "1");
            }
            exchange.sendResponseHeaders(refused ? 429 : 200, -1);
            exchange.close();
        });
        limited.start();
        try {
            Twin twin = Twin.run(
                    jdk,
                    folder,
                    jvm -> jvm.main(
                            Refused.class,
                            "http://127.0.0.1:" + limited.getAddress().getPort() + "/api/v3/user"),
                    Twin.config(
                            folder,
                            "benchmarks.yml",
                            "benchmarks: { commands: { Refused: { max_throttled_ms: 1000 } } }\n"),
                    "quiet=true");

            twin.assertSame();
            JsonNode run = twin.onlyRun();
            JsonNode api = run.path("github_api");
            assertThat(api.path("requests_made").asInt()).isEqualTo(4);
            assertThat(api.path("retries").asInt()).isEqualTo(2);
            double throttledMs = api.path("throttled_ms").asDouble();
            assertThat(throttledMs).isBetween(2000.0, 4000.0);
            JsonNode alert = Json.with(run.path("alerts"), "measure", "throttled_time");
            assertThat(alert.path("current").asDouble()).isEqualTo(throttledMs);
            assertThat(alert.path("tips").toString()).contains("It waited ").contains(" for rate limits");
        } finally {
            limited.stop(0);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void anAnswerThatEndsTheProcessCounts(Jdk jdk) {
        JsonNode run = calls(jdk, List.of("exit-with-answer"));

        assertThat(server.log().statuses()).containsOnly(Map.entry(200, 1L));
        assertThat(run.path("http").path(0).path("requests").asInt()).isEqualTo(1);
        JsonNode endpoint = run.path("github_api").path("endpoints").path(0);
        assertThat(Json.statuses(endpoint.path("status"))).containsOnly(Map.entry(200, 1L));
    }

    private JsonNode calls(Jdk jdk, List<String> what) {
        List<String> arguments = new ArrayList<>(List.of(server.baseUrl()));
        arguments.addAll(what);
        AgentHome home = new AgentHome(folder.resolve("home"));
        Jvm.Ended ended = Jvm.on(jdk, folder)
                .agent(home.option())
                .main(HttpCalls.class, arguments.toArray(new String[0]))
                .run();

        assertThat(ended.stderr()).isEmpty();
        assertThat(ended.exitCode()).isZero();
        assertThat(home.agentLog()).isEmpty();
        return home.onlyRun();
    }
}
