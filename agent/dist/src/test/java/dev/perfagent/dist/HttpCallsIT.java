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
import org.junit.jupiter.api.Test;
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

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void callsAreThoseThatTheServerAnswered(Jdk jdk) throws IOException {
        try (RunningServer server = RunningServer.start(folder)) {
            assertAgreed(jdk, server);
        }
    }

    private void assertAgreed(Jdk jdk, RunningServer server) {
        List<String> what = new ArrayList<>(List.of("connection", "client", "async", "threads"));
        if (jdk.feature() >= VIRTUAL_THREADS) {
            what.add("virtual-threads");
        }
        JsonNode run = calls(jdk, server.baseUrl(), what);

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

    /** A request that nobody answers, one that is redirected, by both clients, and one whose answer ends the process. */
    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void aCallWithoutAnAnswerARedirectAndTheLastAnswerCount(Jdk jdk) throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK))) {
            closed = socket.getLocalPort();
        }
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
        String origin = "http://127.0.0.1:" + server.getAddress().getPort();
        AtomicInteger users = new AtomicInteger();
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", origin + "/api/v3/user");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/api/v3/user", exchange -> {
            users.incrementAndGet();
            exchange.getResponseHeaders().set("X-GitHub-Request-Id", "1");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            List<String> what =
                    List.of("http://localhost:" + closed + "/api/graphql", origin + "/moved", "exit-with-answer");
            JsonNode run = calls(jdk, origin + "/api/v3", what);

            assertThat(users).hasValue(3);
            assertThat(Json.texts(run.path("http"), "host")).containsExactly("localhost", "127.0.0.1");
            JsonNode silent = run.path("http").path(0);
            assertThat(silent.path("requests").asInt()).isEqualTo(2);
            assertThat(silent.path("errors").asInt()).isEqualTo(2);
            assertThat(silent.path("bytes").isNull()).isTrue();
            JsonNode host = run.path("http").path(1);
            assertThat(host.path("requests").asInt())
                    .as("a redirect is a request of its own")
                    .isEqualTo(4 + 1);
            assertThat(host.path("errors").asInt()).isZero();
            JsonNode api = run.path("github_api");
            assertThat(api.path("requests_made").asInt()).isEqualTo(3);
            assertThat(Json.statuses(api.path("endpoints").path(0).path("status")))
                    .containsOnly(Map.entry(200, 3L));
        } finally {
            server.stop(0);
        }
    }

    /** Two of four answers ask for a second, and the limit allows one in all. */
    @Test
    void whatItWaitedForALimitIsLost() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer limited = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
        limited.createContext("/", exchange -> {
            boolean refused = asked.getAndIncrement() % 2 == 0;
            exchange.getResponseHeaders().set("X-GitHub-Request-Id", "1");
            if (refused) {
                exchange.getResponseHeaders().set("Retry-After", "1");
            }
            exchange.sendResponseHeaders(refused ? 429 : 200, -1);
            exchange.close();
        });
        limited.start();
        try {
            Twin twin = Twin.run(
                    Jdk.own(),
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

    private JsonNode calls(Jdk jdk, String base, List<String> what) {
        List<String> arguments = new ArrayList<>(List.of(base));
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
