package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Prometheus' own checker and the reference parser read what the shipped jar writes, whatever the names of commands are. */
final class PrometheusIT {
    private static final List<String> NAMES = List.of(
            "batch", "{le=\\\"1\\\"}", "a\\\\", "two\\nlines", "\\u202e\\u0000", "x".repeat(4000), "\u4e16\u754c");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    @NeedsProgram({"promtool", "--version"})
    void promtoolAcceptsWhatIsExported(Jdk jdk) throws IOException, InterruptedException {
        Path file = exported(jdk, "prometheus");

        assertThat(said(file, "promtool", "check", "metrics")).isEmpty();

        assertThat(file).content().contains("command=\"batch\"", "command=\"\u4e16\u754c\"");
    }

    /** The reference parser is the one of Prometheus' client for Python. */
    @Test
    @NeedsProgram({"/usr/bin/python3", "-c", "import prometheus_client.openmetrics.parser"})
    void openMetricsReferenceParserReadsWhatIsExported() throws IOException, InterruptedException {
        Path file = exported(Jdk.own(), "openmetrics");

        String families = said(file, "/usr/bin/python3", "-c", """
            import sys
            from prometheus_client.openmetrics.parser import text_string_to_metric_families
            text = sys.stdin.buffer.read().decode()
            for family in text_string_to_metric_families(text):
                print(family.type, family.name, len({s.labels.get('command') for s in family.samples}))
            """);

        assertThat(families.lines())
                .contains(
                        "histogram perf_agent_command_duration_seconds " + NAMES.size(),
                        "counter perf_agent_phase_duration_seconds " + NAMES.size(),
                        "gauge perf_agent_heap_peak_bytes " + NAMES.size());
    }

    private Path exported(Jdk jdk, String format) throws IOException {
        Path home = folder.resolve("home");
        Path day = Files.createDirectories(home.resolve("history/date=2026-11-20"));
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
        Jvm.Ended ended = Jvm.on(jdk, folder)
                .environment("PERF_AGENT_HOME", home.toString())
                .jar(Jvm.AGENT, "export", "--format", format, "--output", file.toString())
                .run();
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        return file;
    }

    /** What a program prints that reads the file and accepts it. */
    private static String said(Path file, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectInput(file.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
