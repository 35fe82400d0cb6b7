package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.example.RefusedBodies;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Limits of which only the body says that they are some, where the application reads the body by itself. */
final class RefusedBodiesIT {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int WAYS = 13;
    private static final int NAMED = 13;
    private static final String SECONDARY =
            "{\"message\":\"You have exceeded a secondary rate limit. Please wait a few minutes.\"}";

    @TempDir
    private Path folder;

    /** The newest and the lowest versions, and others with the newest JDK. */
    private static Stream<Arguments> versions() {
        return Stream.of(
                Arguments.of(Jdk.own(), List.of("okhttp-5", "jetty-12")),
                Arguments.of(
                        Jdk.own(),
                        List.of(
                                "okhttp-3",
                                "httpclient5-5.1",
                                "httpclient-4.3",
                                "jetty-nine-lowest",
                                "reactor-netty-1.0",
                                "ktor-2")),
                Arguments.of(Jdk.newest(), List.of("jetty-eleven")));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void whatTheApplicationReadsIsSeenAndNobodyNotices(Jdk jdk, List<String> versions) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
        server.createContext("/", RefusedBodiesIT::answer);
        server.start();
        try {
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            String classPath = Jvm.TEST_CLASSES + File.pathSeparator + new ClientGroup(versions, List.of()).classPath();
            boolean hasAsync4 = !versions.contains("httpclient-4.3");
            int ways = hasAsync4 ? WAYS : WAYS - 1;
            Twin twin = Twin.same(
                    jdk,
                    folder,
                    jvm -> jvm.main(
                            classPath,
                            RefusedBodies.class.getName(),
                            hasAsync4 ? new String[] {base} : new String[] {base, "without"}),
                    "quiet=true");
            JsonNode api = twin.onlyRun().path("github_api");

            assertThat(api.path("requests_made").asInt()).isEqualTo(6 * ways + NAMED - WAYS + ways);
            assertThat(Json.texts(api.path("endpoints"), "endpoint"))
                    .contains("POST /graphql query Board", "POST /graphql mutation addCard", "POST /graphql")
                    .contains("POST /graphql query ByFour", "POST /graphql query ByFive")
                    .contains("POST /graphql query ByConnection")
                    .contains(
                            "POST /graphql query ByJetty",
                            "POST /graphql query ByReactor",
                            "POST /graphql query ByKtor")
                    .noneMatch(endpoint -> endpoint.contains("Once"));
            JsonNode later = Json.with(api.path("endpoints"), "endpoint", "POST /graphql query ByFiveLater");
            assertThat(later.path("count").asInt()).as("by a text and by bytes").isEqualTo(2);
            assertThat(Json.texts(api.path("endpoints"), "endpoint").contains("POST /graphql query ByAsyncFour"))
                    .isEqualTo(hasAsync4);
            assertThat(api.path("secondary_limits").asInt())
                    .as("of two that are read, by each client; all but five ways take in what nobody reads too")
                    .isEqualTo(3 * ways - 5);
            assertThat(api.path("primary_limits").asInt()).as("of GraphQL").isEqualTo(ways);
        } finally {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean isNamed = exchange.getRequestMethod().equals("POST");
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("X-GitHub-Request-Id", "1");
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.getResponseHeaders().set("Date", "Sun, 29 Nov 2026 10:00:00 GMT");
        exchange.getResponseHeaders().set("X-RateLimit-Remaining", name.equals("graphql") && !isNamed ? "0" : "4000");
        byte[] body = body(isNamed ? "fine" : name).getBytes(StandardCharsets.UTF_8);
        if (name.equals("packed")) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                out.write(body);
            }
            body = packed.toByteArray();
        }
        boolean isFine = name.equals("fine") || name.equals("graphql");
        exchange.sendResponseHeaders(isFine ? 200 : 403, name.equals("secondary") ? 0 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String body(String name) {
        return switch (name) {
            case "graphql" -> "{\"errors\":[{\"type\":\"RATE_LIMITED\",\"message\":\"no\"}]}";
            case "forbidden" -> "{\"message\":\"Must have admin rights to Repository.\"}";
            case "fine" -> "{\"title\":\"secondary rate limit\"}";
            default -> SECONDARY;
        };
    }
}
