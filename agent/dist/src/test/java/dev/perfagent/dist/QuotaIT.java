package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.example.GitHubUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** How long GitHub's quota lasts, as somebody is told who runs a tool near the limit, and who reads the report. */
final class QuotaIT {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int LIMIT = 5000;
    private static final int REQUESTS = 10;
    private static final int RUNS = 3;
    private static final long HALF_AN_HOUR_S = 1800;

    @TempDir
    private Path folder;

    private final AtomicInteger remaining = new AtomicInteger(70);

    @Test
    void theAlertSaysWhatIsLeftAndTheReportWhenItRunsOut() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        AgentHome home = new AgentHome(folder.resolve("home"));
        StringBuilder said = new StringBuilder();
        try {
            for (int i = 0; i < RUNS; i++) {
                Jvm.Ended ended = Jvm.on(Jdk.own(), folder)
                        .agent(home.option())
                        .main(
                                GitHubUse.class,
                                "http://127.0.0.1:" + server.getAddress().getPort(),
                                String.valueOf(REQUESTS))
                        .run();
                assertThat(ended.exitCode()).isZero();
                said.append(ended.stderr());
            }
        } finally {
            server.stop(0);
        }

        assertThat(said)
                .containsPattern("60 of 5000 requests are left until \\d\\d:\\d\\d UTC")
                .contains("this run took 10, so 6 more like it fit");
        List<JsonNode> runs = home.runs();
        JsonNode api = runs.get(RUNS - 1).path("github_api");
        assertThat(api.path("rate_limit_consumed").asInt()).isEqualTo(REQUESTS);
        assertThat(api.path("rate_limit_runs_left").asInt()).isEqualTo(4);

        onOneDay(home, runs);
        String report = Jvm.on(Jdk.own(), folder)
                .jvm("-Duser.timezone=UTC")
                .jar(Jvm.AGENT, "report", "--home", home.folder().toString())
                .run()
                .out()
                .replaceAll("\\s+", " ");
        assertThat(report)
                .containsPattern("API monitoring pace [\\d.]+ requests a minute of running time")
                .contains("efficiency 1% of the rate limit left after a run")
                .contains("40 of 5,000 left at 10:40, full again at 12:00; at that day's pace of 60 an hour it runs out"
                        + " at 11:20")
                .containsPattern(
                        "Most expensive API operations COMMAND OPERATION REQUESTS A RUN TIME A RUN GitHubUse GET /");
    }

    /** The runs as they were recorded, but a quarter of an hour after one another, on the day before. */
    private static void onOneDay(AgentHome home, List<JsonNode> runs) throws IOException {
        StringBuilder moved = new StringBuilder();
        String day = LocalDate.now(ZoneOffset.UTC).minusDays(1).toString();
        int minute = 0;
        for (JsonNode run : runs) {
            String line = run.toString();
            for (String time : List.of("timestamp", "end_timestamp")) {
                line = line.replace(run.path(time).asString(), day + "T10:" + (10 + minute) + ":00.000Z");
            }
            moved.append(line.replace(reset(run), day + "T12:00:00Z")).append('\n');
            minute += 15;
        }
        Path history = home.files("history").get(0);
        Path past = Files.createDirectories(home.folder().resolve("history").resolve("date=" + day));
        Files.delete(history);
        Files.writeString(past.resolve(history.getFileName()), moved);
    }

    private static String reset(JsonNode run) {
        return run.path("github_api").path("rate_limit_reset").asString();
    }

    private void answer(HttpExchange exchange) throws IOException {
        int left = remaining.decrementAndGet();
        Headers headers = exchange.getResponseHeaders();
        headers.set("X-GitHub-Request-Id", "1");
        headers.set("X-RateLimit-Limit", String.valueOf(LIMIT));
        headers.set("X-RateLimit-Remaining", String.valueOf(left));
        headers.set("X-RateLimit-Used", String.valueOf(LIMIT - left));
        headers.set("X-RateLimit-Resource", "core");
        headers.set("X-RateLimit-Reset", String.valueOf(System.currentTimeMillis() / 1000 + HALF_AN_HOUR_S));
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
