package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.example.OkHttpCalls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Calls by OkHttp are recorded as the server saw them, and the application notices nothing. */
final class OkHttpIT {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    @TempDir
    private Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private final Map<String, AtomicInteger> byPath = new ConcurrentHashMap<>();
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void endServer() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        String path = exchange.getRequestURI().getPath();
        int before = byPath.computeIfAbsent(path, name -> new AtomicInteger()).getAndIncrement();
        exchange.getResponseHeaders().set("X-GitHub-Request-Id", "C0FF:EE12");
        switch (path) {
            case "/moved" -> {
                exchange.getResponseHeaders().set("Location", "/ok");
                send(exchange, 302);
            }
            case "/flaky" -> send(exchange, before % 2 == 0 ? 503 : 200);
            case "/fresh" -> {
                exchange.getResponseHeaders().set("Cache-Control", "max-age=600");
                send(exchange, 200);
            }
            case "/tagged" -> {
                exchange.getResponseHeaders().set("ETag", "\"1\"");
                exchange.getResponseHeaders().set("Cache-Control", "no-cache");
                send(exchange, exchange.getRequestHeaders().containsKey("If-None-Match") ? 304 : 200);
            }
            default -> send(exchange, 200);
        }
    }

    private static void send(HttpExchange exchange, int status) throws IOException {
        byte[] body = {'y', 'e', 's'};
        exchange.sendResponseHeaders(status, status == 304 ? -1 : body.length);
        if (status != 304) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void callsAreThoseThatTheServerAnswered(Jdk jdk) throws IOException {
        JsonNode run = calls(
                jdk,
                "sync",
                "redirect",
                "async",
                "async-retry",
                "cached",
                "renewed",
                "retry",
                "answered-by-itself",
                "failure");

        JsonNode host = run.path("http").path(0);
        assertThat(run.path("http").size()).isEqualTo(1);
        assertThat(host.path("requests").asInt()).isEqualTo(asked.get() + 1); // one found nobody
        assertThat(host.path("errors").asInt())
                .isEqualTo(Objects.requireNonNull(byPath.get("/flaky")).get() / 2 + 1);
        JsonNode api = run.path("github_api");
        assertThat(api.path("requests_made").asInt()).isEqualTo(asked.get());
        assertThat(api.path("conditional_hits").asInt()).isEqualTo(1);
        assertThat(api.path("authenticated").asBoolean()).isTrue();
        assertThat(byPath.keySet()).doesNotContain("/never");
        for (String path : byPath.keySet()) {
            JsonNode endpoint = Json.with(api.path("endpoints"), "endpoint", "GET " + path);
            assertThat(endpoint.path("count").asInt())
                    .as(path)
                    .isEqualTo(byPath.get(path).get());
        }
        assertThat(Json.statuses(Json.with(api.path("endpoints"), "endpoint", "GET /tagged")
                        .path("status")))
                .containsOnly(Map.entry(200, 1L), Map.entry(304, 1L));
    }

    private JsonNode calls(Jdk jdk, String... what) throws IOException {
        String[] arguments = new String[what.length + 3];
        arguments[0] = "http://127.0.0.1:" + server.getAddress().getPort();
        arguments[1] = "http://127.0.0.1:" + unusedPort() + "/";
        arguments[2] = folder.resolve("cache").toString();
        System.arraycopy(what, 0, arguments, 3, what.length);
        AgentHome home = new AgentHome(folder.resolve("home"));
        Jvm.Ended ended = Jvm.on(jdk, folder)
                .agent(home.option())
                .main(Jvm.TEST_CLASSES + OkHttpCalls.libraries(), OkHttpCalls.class.getName(), arguments)
                .run();

        assertThat(ended.stderr()).isEmpty();
        assertThat(ended.out())
                .isEqualToIgnoringNewLines(
                        "200 3\n200 3\nanswered\nanswered\n200 3\n200 3\n200 3\n200 3\n200 3\nanswered\nfailed\n");
        assertThat(ended.exitCode()).isZero();
        assertThat(home.agentLog()).isEmpty();
        return home.onlyRun();
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }
}
