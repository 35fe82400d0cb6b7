package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.example.GitHubUse;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What of a run's dealing with GitHub only the content of requests and answers tells, and how much of it fits into a record. */
final class GitHubUseIT {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final String SECONDARY = "{\"message\":\"You have exceeded a secondary rate limit.\"}";
    private static final String GRAPHQL = "{\"errors\":[{\"type\":\"RATE_LIMITED\",\"message\":\"no\"}]}";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void bodiesTellNamesAndLimitsAndNobodyNotices(Jdk jdk) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
        server.createContext("/", GitHubUseIT::answer);
        server.start();
        try {
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            Twin twin = Twin.same(jdk, folder, jvm -> jvm.bothCompilers().main(GitHubUse.class, base), "quiet=true");
            JsonNode run = twin.onlyRun();
            JsonNode api = run.path("github_api");

            assertThat(Json.texts(api.path("endpoints"), "endpoint"))
                    .containsExactlyInAnyOrder(
                            "POST /graphql query Board",
                            "POST /graphql mutation addCard",
                            "POST /graphql",
                            "GET /secondary",
                            "GET /user",
                            "GET /busy");
            assertThat(api.path("requests_made").asInt()).isEqualTo(7);
            assertThat(api.path("secondary_limits").asInt()).isEqualTo(1 + 2);
            assertThat(api.path("primary_limits").asInt()).isEqualTo(1);
            assertThat(api.path("retries").asInt()).isEqualTo(1);
            assertThat(api.path("early_retries").asInt()).isEqualTo(1);
            JsonNode core = api.path("resources").path("core");
            assertThat(core.path("consumed").asInt()).isEqualTo(1);
            assertThat(core.path("runs_left").asInt()).isEqualTo(70);
            JsonNode limit = run.path("http").path(0).path("rate_limit");
            assertThat(limit.path("name").asString()).isEqualTo("throttle_authenticated_api");
            assertThat(limit.path("limit").asInt()).isEqualTo(600);
            assertThat(limit.path("remaining").asInt()).isEqualTo(594);
            assertThat(limit.path("refused").asInt()).isEqualTo(2);
            assertThat(limit.path("reset").isNull()).isTrue();
            assertThat(limit.path("retry_after_s").isNull()).isTrue();
            assertThat(Files.readString(twin.home().files("history").get(0)))
                    .doesNotContain("secret")
                    .doesNotContain("Once");
        } finally {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = "{}";
        int status = 200;
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.startsWith("/api/")) {
            exchange.getResponseHeaders().set("X-GitHub-Request-Id", "1");
        }
        switch (path) {
            case "/api/graphql" -> body = sent.contains("mutation") ? GRAPHQL : "{}";
            case "/api/v3/secondary" -> {
                status = 403;
                body = SECONDARY;
            }
            case "/api/v3/busy" -> {
                status = 429;
                exchange.getResponseHeaders().set("Retry-After", "60");
            }
            case "/api/v3/user" -> {
                exchange.getResponseHeaders().set("X-RateLimit-Limit", "5000");
                exchange.getResponseHeaders().set("X-RateLimit-Remaining", "70");
                exchange.getResponseHeaders().set("X-RateLimit-Used", "4930");
                exchange.getResponseHeaders().set("X-RateLimit-Resource", "core");
            }
            default -> {
                status = 503;
                exchange.getResponseHeaders().set("Retry-After", "1000000000000");
                exchange.getResponseHeaders().set("RateLimit-Reset", "253402300799");
                exchange.getResponseHeaders().set("RateLimit-Limit", "600");
                exchange.getResponseHeaders().set("RateLimit-Remaining", "594");
                exchange.getResponseHeaders().set("RateLimit-Name", "throttle_authenticated_api");
            }
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void aHundredThousandRequestsFitIntoASmallRecordAndLittleMemory(Jdk jdk) throws IOException {
        int requests = jdk.equals(Jdk.own()) ? 100_000 : 5_000;
        try (QuickServer server = QuickServer.start()) {
            AgentHome home = new AgentHome(folder.resolve("home"));
            Jvm.on(jdk, folder)
                    .agent(home.option(), "quiet=true")
                    .main(GitHubUse.class, server.baseUrl(), "10")
                    .run();
            Jvm.Ended with = many(Jvm.on(jdk, folder).agent(home.option(), "quiet=true"), server, requests);
            // What the client keeps does not grow with its requests, and if it did, it would count as ours.
            Jvm.Ended without = many(Jvm.on(jdk, folder), server, requests / 10);

            long addedKb = Long.parseLong(with.out().trim())
                    - Long.parseLong(without.out().trim());
            JsonNode run = home.runs().get(1);
            assertThat(run.path("self").path("plan").asString()).isEqualTo("warm");
            assertThat(run.path("github_api").path("requests_made").asInt()).isEqualTo(requests);
            assertThat(run.path("github_api").path("endpoints").size()).isBetween(100, 201);
            assertThat(Files.size(home.files("history").get(0))).as("two runs").isLessThan(64 * 1024);
            assertThat(addedKb).as("KB").isLessThan(8 * 1024);
        }
    }

    private static Jvm.Ended many(Jvm jvm, QuickServer server, int requests) {
        Jvm.Ended ended = jvm.bothCompilers()
                .jvm("-Xmx256m")
                .main(GitHubUse.class, server.baseUrl(), Integer.toString(requests))
                .run();
        assertThat(ended.exitCode()).isZero();
        return ended;
    }
}
