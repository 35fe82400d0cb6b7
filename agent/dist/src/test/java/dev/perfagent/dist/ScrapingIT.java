package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs of Prometheus take what the shipped jar has for them. */
final class ScrapingIT {
    private static final String COUNT = "perf_agent_command_duration_seconds_count";

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Process> started = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void runs() throws IOException {
        DashboardRuns.write(folder.resolve("home"));
    }

    @AfterEach
    void end() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    @NeedsProgram({"prometheus", "--version"})
    void aPrometheusScrapesTheServedMetrics() throws IOException, InterruptedException {
        Jvm.Started server = Jvm.on(Jdk.own(), folder)
                .environment("PERF_AGENT_DASHBOARD_TOKEN", "for-a-prometheus")
                .jar(
                        Jvm.AGENT,
                        "dashboard",
                        "--serve",
                        "--history",
                        folder.resolve("home").toString())
                .start();
        started.add(server.process());
        Wait.until(() -> Files.readString(server.err()).contains("Ctrl-C"), () -> "it does not serve");
        URI address = URI.create(Files.readString(server.err())
                .lines()
                .filter(line -> line.startsWith("For Prometheus: "))
                .findFirst()
                .orElseThrow()
                .substring("For Prometheus: ".length()));
        assertThat(address.getPath()).isEqualTo("/for-a-prometheus/metrics");
        int port = freePort();
        Path config = Files.writeString(
                folder.resolve("prometheus.yml"), """
                    scrape_configs:
                      - job_name: perf-agent
                        scrape_interval: 1s
                        metrics_path: %s
                        static_configs: [{ targets: ['127.0.0.1:%d'] }]
                    """.formatted(address.getPath(), address.getPort()));
        start(
                "prometheus",
                "--config.file=" + config,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port);
        String query = URLEncoder.encode(COUNT + "{command=\"batch\"}", StandardCharsets.UTF_8);

        awaitText(
                "http://127.0.0.1:" + port + "/api/v1/query?query=" + query,
                "\"" + DashboardRuns.ALL_BATCH_RUNS + "\"]");
    }

    @Test
    @NeedsProgram({"prometheus-node-exporter", "--version"})
    void aNodeExporterTakesTheFile() throws IOException, InterruptedException {
        Path textfiles = Files.createDirectories(folder.resolve("textfiles"));
        export(textfiles);
        int port = freePort();
        start(
                "prometheus-node-exporter",
                "--collector.disable-defaults",
                "--collector.textfile",
                "--collector.textfile.directory=" + textfiles,
                "--web.listen-address=127.0.0.1:" + port);

        String metrics = awaitText("http://127.0.0.1:" + port + "/metrics", COUNT);

        assertThat(metrics)
                .contains(COUNT + "{application=\"ghpm\",command=\"batch\",outcome=\"success\"} "
                        + DashboardRuns.ALL_BATCH_RUNS)
                .contains("node_textfile_scrape_error 0");
    }

    @Test
    @NeedsProgram({"prometheus-pushgateway", "--version"})
    void aPushgatewayTakesWhatIsSentToIt() throws IOException, InterruptedException {
        Path file = export(Files.createDirectories(folder.resolve("out")));
        int port = freePort();
        String gateway = "http://127.0.0.1:" + port;
        start("prometheus-pushgateway", "--web.listen-address=127.0.0.1:" + port);
        awaitText(gateway + "/metrics", "pushgateway_build_info");

        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(gateway + "/metrics/job/perf-agent"))
                        .POST(HttpRequest.BodyPublishers.ofFile(file))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(awaitText(gateway + "/metrics", COUNT)).contains("job=\"perf-agent\"");
    }

    private Path export(Path to) {
        Jvm.Ended ended = Jvm.on(Jdk.own(), folder)
                .jar(
                        Jvm.AGENT,
                        "export",
                        "--format",
                        "prometheus",
                        "--history",
                        folder.resolve("home").toString(),
                        "--output",
                        to.toString())
                .run();
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        return to.resolve("perf-agent.prom");
    }

    private void start(String... command) throws IOException {
        started.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(command[0] + ".log").toFile())
                .start());
    }

    /** They cannot be asked which port they took. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Waits until that address answers with that text in it. */
    private String awaitText(String address, String text) {
        String[] last = {""};
        Wait.until(
                () -> {
                    try {
                        last[0] = client.send(
                                        HttpRequest.newBuilder(URI.create(address))
                                                .build(),
                                        HttpResponse.BodyHandlers.ofString())
                                .body();
                    } catch (IOException notYet) {
                        last[0] = String.valueOf(notYet);
                    }
                    return last[0].contains(text);
                },
                () -> address + " never had " + text + ", but " + last[0]);
        return last[0];
    }
}
