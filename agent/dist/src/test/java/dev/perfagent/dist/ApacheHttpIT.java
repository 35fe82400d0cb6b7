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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.example.ApacheHttpCalls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Calls by Apache HttpClient are recorded as the server saw them, and the application notices nothing. */
final class ApacheHttpIT {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final String ANSWERED = "200 3\n";

    @TempDir
    private Path folder;

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
        String path = exchange.getRequestURI().getPath();
        int before = byPath.computeIfAbsent(path, name -> new AtomicInteger()).getAndIncrement();
        exchange.getResponseHeaders().set("X-GitHub-Request-Id", "C0FF:EE12");
        exchange.getResponseHeaders().set("Location", "/ok");
        int status = path.equals("/moved") ? 302 : path.equals("/flaky") && before == 0 ? 503 : 200;
        byte[] body = {'y', 'e', 's'};
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void callsAreThoseThatTheServerAnswered(Jdk jdk) throws IOException {
        JsonNode run = calls(jdk, "sync", "redirect", "retry", "at-once", "proxy", "failure");

        JsonNode here = Json.with(run.path("http"), "host", "127.0.0.1");
        assertThat(here.path("requests").asInt()).isEqualTo(1 + 2 + 2 + 4 + 1);
        assertThat(here.path("errors").asInt()).as("503, and nobody there").isEqualTo(2);
        assertThat(Json.with(run.path("http"), "host", "other.example.com")
                        .path("requests")
                        .asInt())
                .isEqualTo(1);
        JsonNode api = run.path("github_api");
        assertThat(api.path("authenticated").asBoolean()).isTrue();
        assertThat(byPath).containsOnlyKeys("/ok", "/moved", "/flaky", "/proxied");
        byPath.forEach((path, count) -> assertThat(Json.with(api.path("endpoints"), "endpoint", "GET " + path)
                        .path("count")
                        .asInt())
                .as(path)
                .isEqualTo(count.get()));
        assertThat(Json.statuses(Json.with(api.path("endpoints"), "endpoint", "GET /flaky")
                        .path("status")))
                .containsOnly(Map.entry(200, 1L), Map.entry(503, 1L));
    }

    private JsonNode calls(Jdk jdk, String... what) throws IOException {
        String[] arguments = new String[what.length + 2];
        arguments[0] = String.valueOf(server.getAddress().getPort());
        arguments[1] = String.valueOf(unusedPort());
        System.arraycopy(what, 0, arguments, 2, what.length);
        AgentHome home = new AgentHome(folder.resolve("home"));
        Jvm.Ended ended = Jvm.on(jdk, folder)
                .agent(home.option())
                .main(Jvm.TEST_CLASSES + ApacheHttpCalls.libraries(), ApacheHttpCalls.class.getName(), arguments)
                .run();

        assertThat(ended.out()).isEqualToNormalizingNewlines(ANSWERED.repeat(8) + "failed\n");
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
