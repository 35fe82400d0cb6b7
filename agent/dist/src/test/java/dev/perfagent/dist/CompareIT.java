package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shipped jar finds a regression against a baseline it saved, and writes that into a {@code benchmarks.yml}. */
final class CompareIT {
    @TempDir
    private Path folder;

    @Test
    void aRegressionEndsABuild() throws IOException {
        write("2024-11-02", "1.9", 1800);
        Jdk jdk = Jdk.all().get(0);

        assertThat(tool(jdk, "baseline", "save", "release", "--runs", "version:1.9")
                        .exitCode())
                .isZero();
        write("2024-11-20", "2.0.0", 2400);
        Jvm.Ended compared = tool(jdk, "compare", "--baseline", "release", "--current", "2.0.0", "--format", "json");

        assertThat(compared.stderr()).isEmpty();
        assertThat(compared.exitCode()).isEqualTo(1);
        JsonNode document = JsonMapper.shared().readTree(compared.out());
        assertThat(document.path("verdict").asString()).isEqualTo("warning");
        JsonNode total = document.path("commands").path(0).path("total");
        assertThat(total.path("change").doubleValue()).isBetween(0.32, 0.35);
        assertThat(total.path("p_value").doubleValue()).isLessThan(0.001);

        assertThat(tool(jdk, "compare", "--baseline", "release", "--current", "2.0.0", "--fail-on", "never")
                        .exitCode())
                .isZero();

        Path benchmarks = Files.writeString(
                folder.resolve("benchmarks.yml"), "benchmarks:\n  commands:\n    batch: { baseline_ms: 5 } # mine\n");
        assertThat(tool(jdk, "baseline", "write", "release", benchmarks.toString())
                        .exitCode())
                .isZero();
        assertThat(Files.readString(benchmarks))
                .isEqualTo("benchmarks:\n  commands:\n    batch: { baseline_ms: 1845 } # mine\n");
    }

    /** Ten runs, 10 ms apart. */
    private void write(String day, String version, int ms) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            lines.append(String.format(
                    "{\"schema\":1,\"execution_id\":\"%s-%d\",\"timestamp\":\"%sT10:0%d:00.000Z\",\"application\":\"ghpm\","
                            + "\"application_version\":\"%s\",\"command\":\"batch\",\"outcome\":\"success\","
                            + "\"duration\":{\"total_ms\":%d.0},\"environment\":{\"fingerprint\":\"f\"},"
                            + "\"self\":{\"plan\":\"warm\"}}%n",
                    day, i, day, i, version, ms + 10 * i));
        }
        Path file = folder.resolve("home/history/date=" + day + "/build.ndjson");
        Files.createDirectories(file.getParent());
        Files.writeString(file, lines);
    }

    private Jvm.Ended tool(Jdk jdk, String... arguments) {
        return Jvm.on(jdk, folder)
                .environment("PERF_AGENT_HOME", folder.resolve("home").toString())
                .jar(Jvm.AGENT, arguments)
                .run();
    }
}
