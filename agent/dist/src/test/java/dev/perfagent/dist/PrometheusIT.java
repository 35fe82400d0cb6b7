package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Prometheus' own checker reads what the shipped jar writes, whatever the names of commands are. */
@NeedsProgram({"promtool", "--version"})
final class PrometheusIT {
    private static final List<String> NAMES = List.of(
            "batch", "{le=\\\"1\\\"}", "a\\\\", "two\\nlines", "\\u202e\\u0000", "x".repeat(4000), "\u4e16\u754c");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void promtoolAcceptsWhatIsExported(Jdk jdk) throws IOException, InterruptedException {
        Path day = Files.createDirectories(folder.resolve("home/history/date=2026-11-20"));
        StringBuilder lines = new StringBuilder();
        for (String name : NAMES) {
            lines.append("{\"schema\":1,\"execution_id\":\"a").append(lines.length());
            lines.append("\",\"timestamp\":\"2026-11-20T09:30:15.123Z\",\"application\":\"ghpm\",\"command\":\"");
            lines.append(name).append("\",\"outcome\":\"success\",\"duration\":{\"total_ms\":2450.0,\"phases\":{\"");
            lines.append(name).append("\":{\"ms\":7.0,\"self_ms\":7.0,\"count\":1}}},\"resource_usage\":");
            lines.append("{\"peak_memory_mb\":78.0}}\n");
        }
        Files.writeString(day.resolve("host.ndjson"), lines);
        Path file = folder.resolve("perf.prom");

        Jvm.Ended exported = Jvm.on(jdk, folder)
                .jar(
                        Jvm.AGENT,
                        "export",
                        "--format",
                        "prometheus",
                        "--home",
                        folder.resolve("home").toString(),
                        "--output",
                        file.toString())
                .run();

        assertThat(exported.exitCode()).as(exported.stderr()).isZero();
        Process promtool = new ProcessBuilder("promtool", "check", "metrics")
                .redirectInput(file.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(promtool.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(Map.entry(promtool.exitValue(), said)).isEqualTo(Map.entry(0, ""));
        assertThat(file).content().contains("command=\"batch\"", "command=\"\u4e16\u754c\"");
    }
}
