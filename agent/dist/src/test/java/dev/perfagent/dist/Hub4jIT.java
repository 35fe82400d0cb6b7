package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.example.Hub4jTool;
import org.example.OkHttpCalls;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** hub4j without any rule: its operations, its retries and the time that its handlers sleep, with three connectors. */
final class Hub4jIT {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int CONNECTORS = 3;

    /** Which of the requests of the first connector is turned away: adding a comment. */
    private static final String TURNED_AWAY = "7";

    private static final long WAIT_S = 1;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void operationsAreKnownWithoutARuleAndHandlersMaySleep(Jdk jdk) throws IOException {
        HttpServer limited = limited();
        try (RunningServer server =
                RunningServer.start(folder, "--throttle-403", TURNED_AWAY, "--retry-after", Long.toString(WAIT_S))) {
            String classPath = Jvm.TEST_CLASSES + OkHttpCalls.libraries() + File.pathSeparator + Jvm.SAMPLE;
            AgentHome home = new AgentHome(folder.resolve("home"));
            Jvm.Ended ended = Jvm.on(jdk, folder)
                    .agent(home.option(), "quiet=true")
                    .main(
                            classPath,
                            Hub4jTool.class.getName(),
                            server.baseUrl(),
                            "http://127.0.0.1:" + limited.getAddress().getPort())
                    .run();

            assertThat(ended.exitCode()).as(ended.stderr()).isZero();
            assertThat(home.agentLog()).isEmpty();
            JsonNode api = home.onlyRun().path("github_api");
            ServerLog log = server.log();
            assertThat(api.path("requests_made").asLong())
                    .isEqualTo(log.requests().size() + 3);
            assertThat(api.path("retries").asLong()).as("one of each server").isEqualTo(2);
            assertThat(api.path("early_retries").asLong()).isZero();
            assertThat(api.path("secondary_limits").asLong())
                    .as("one by its header, one by its body")
                    .isEqualTo(2);
            assertThat(api.path("primary_limits").asLong()).isEqualTo(1);
            assertThat(api.path("throttled_ms").asDouble())
                    .isBetween(2 * 1000.0 * WAIT_S, 2 * 1000.0 * (WAIT_S + 1) + 1000);
            assertThat(requests(api)).containsExactlyInAnyOrderEntriesOf(expected(log));
        } finally {
            limited.stop(0);
        }
    }

    private static Map<String, Long> expected(ServerLog log) {
        String repository = "/repos/{owner}/{repo}";
        Map<String, Long> sent = new TreeMap<>();
        sent.put("GitHub.getMyself", log.count("GET /user"));
        sent.put("GitHub.getRepository", log.count("GET " + repository));
        sent.put("list of GHIssue", log.count("GET " + repository + "/issues"));
        sent.put("GHRepository.getIssue", log.count("GET " + repository + "/issues/{issue_number}"));
        sent.put("GHIssue.comment", log.count("POST " + repository + "/issues/{issue_number}/comments"));
        sent.put("GHIssue.addLabels", log.count("POST " + repository + "/issues/{issue_number}/labels"));
        sent.put("GHRepository.getLabel", log.count("GET " + repository + "/labels/triaged"));
        assertThat(sent.values()).allMatch(requests -> requests >= CONNECTORS);
        sent.put("GitHub.getUser", 3L);
        return sent;
    }

    private static Map<String, Long> requests(JsonNode api) {
        Map<String, Long> requests = new TreeMap<>();
        for (JsonNode operation : api.path("operations")) {
            requests.put(
                    operation.path("name").asString(),
                    operation.path("requests").asLong());
        }
        return requests;
    }

    /** A server whose limit is used up at the first request. Of one user it says only in the body that it was too much. */
    private static HttpServer limited() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
        server.createContext("/", exchange -> answer(exchange, asked.getAndIncrement()));
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, int before) throws IOException {
        long reset = System.currentTimeMillis() / 1000 + WAIT_S;
        Headers headers = exchange.getResponseHeaders();
        headers.set("X-GitHub-Request-Id", "1");
        headers.set("X-RateLimit-Limit", "5000");
        headers.set("X-RateLimit-Remaining", before == 0 ? "0" : "4999");
        headers.set("X-RateLimit-Used", before == 0 ? "5000" : "1");
        headers.set("X-RateLimit-Reset", Long.toString(reset));
        headers.set("X-RateLimit-Resource", "core");
        boolean isRefused = exchange.getRequestURI().getPath().endsWith("/eve");
        String text = isRefused
                ? "{\"message\":\"You have exceeded a secondary rate limit. Please wait.\"}"
                : before == 0 ? "{\"message\":\"API rate limit exceeded\"}" : "{\"login\":\"ada\",\"name\":\"Ada\"}";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(before == 0 || isRefused ? 403 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
