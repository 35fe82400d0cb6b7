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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A push that is killed in the middle, and the next one. */
final class PushIT {
    private static final int RUNS = 500;
    private static final String KEY = "Bearer-0123456789abcdef";
    private static final Pattern ID =
            Pattern.compile("\"perf_agent.execution_id\",\"value\":\\{\"stringValue\":\"(\\w+)\"");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<List<String>> traces = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private HttpServer collector;

    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void start() throws IOException {
        home = folder.resolve("home");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < RUNS; i++) {
            lines.append("{\"schema\":1,\"execution_id\":\"r").append(i);
            lines.append(
                    "\",\"timestamp\":\"2026-11-20T09:30:15.123Z\",\"application\":\"ghpm\",\"command\":\"batch\"");
            lines.append(",\"outcome\":\"success\",\"duration\":{\"total_ms\":2450.0}}\n");
        }
        Path day = Files.createDirectories(home.resolve("history/date=2026-11-20"));
        Files.writeString(day.resolve("build-7.ndjson"), lines);
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.setExecutor(threads);
        collector.createContext("/", this::take);
        collector.start();
    }

    @AfterEach
    void stop() {
        released.countDown();
        collector.stop(0);
        threads.shutdownNow();
    }

    /** Holds the answer to the second request with traces until the sender is gone. */
    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(new GZIPInputStream(exchange.getRequestBody()).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(exchange.getRequestHeaders().getFirst("authorization")).isEqualTo(KEY);
            if (exchange.getRequestURI().getPath().equals("/v1/traces")) {
                traces.add(
                        ID.matcher(body).results().map(found -> found.group(1)).toList());
                if (traces.size() == 2) {
                    held.countDown();
                    released.await();
                }
            }
            byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatWasTakenBeforeAKillIsNotSentAgainAndNothingIsLost() throws IOException, InterruptedException {
        Process killed = push().start().process();
        held.await();
        killed.destroyForcibly().waitFor();
        released.countDown();
        List<String> taken = traces.get(0);
        List<String> unanswered = traces.get(1);

        Jvm.Ended dry = push("--dry-run").run();
        assertThat(dry.stderr()).contains("Would send " + (RUNS - taken.size()) + " runs");
        assertThat(traces).hasSize(2);
        Jvm.Ended ended = push().run();

        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        List<String> later =
                traces.subList(2, traces.size()).stream().flatMap(List::stream).toList();
        assertThat(taken).isNotEmpty().doesNotContainAnyElementsOf(later);
        assertThat(later).containsAll(unanswered).doesNotHaveDuplicates();
        assertThat(Stream.concat(taken.stream(), later.stream())).hasSize(RUNS);
        assertThat(push("--dry-run").run().stderr()).contains("Would send 0 runs");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(file).content(StandardCharsets.ISO_8859_1).doesNotContain(KEY);
            }
        }
    }

    private Jvm push(String... more) {
        List<String> arguments = new ArrayList<>(List.of("export", "--format", "otlp", "--push", "--endpoint"));
        arguments.add("http://127.0.0.1:" + collector.getAddress().getPort());
        arguments.addAll(List.of(more));
        return Jvm.on(Jdk.own(), folder)
                .environment("PERF_AGENT_HOME", home.toString())
                .environment("OTEL_EXPORTER_OTLP_HEADERS", "authorization=" + KEY)
                .jar(Jvm.AGENT, arguments.toArray(String[]::new));
    }
}
