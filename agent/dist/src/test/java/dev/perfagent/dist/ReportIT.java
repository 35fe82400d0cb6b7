package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.example.Endings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What real runs left is reported by the shipped jar: libraries, configuration and all. */
final class ReportIT {
    private static final long GIGABYTE = 1L << 30;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#onlyOwn")
    void whatWasMeasuredIsReported(Jdk jdk) throws IOException {
        AgentHome home = new AgentHome(folder.resolve("home"));
        for (int i = 0; i < 3; i++) {
            Jvm.on(jdk, folder)
                    .agent(home.option())
                    .main(Endings.class, "return")
                    .run();
        }
        JsonNode warm = home.runs().get(1);
        Path config = Files.createDirectories(folder.resolve("conf"));
        Files.writeString(
                config.resolve("benchmarks.yml"),
                "benchmarks: { commands: { " + warm.path("command").asString() + ": { target_ms: 0.001, "
                        + "max_acceptable_ms: 600000 } } }\n");

        JsonNode report = JsonMapper.shared()
                .readTree(tool(jdk, home, "report", "--config", "conf", "--format", "json")
                        .out());
        JsonNode command = report.path("commands").get(0);
        double first = warm.at("/duration/total_ms").asDouble();
        double second = home.runs().get(2).at("/duration/total_ms").asDouble();

        assertThat(report.at("/summary/runs").asInt()).isEqualTo(3);
        assertThat(command.path("cold").asInt()).isEqualTo(1);
        assertThat(command.at("/timing/runs").asInt()).isEqualTo(2);
        assertThat(command.at("/timing/max_ms").asDouble()).isEqualTo(Math.max(first, second));
        assertThat(command.at("/fingerprints/0/fingerprint").asString())
                .isEqualTo(warm.at("/environment/fingerprint").asString());
        assertThat(command.at("/score/rating").asString()).isEqualTo("acceptable");
        assertThat(tool(jdk, home, "report").out()).contains("\nTimes\n").contains("~");
        assertThat(tool(jdk, home, "analyze").out())
                .contains("\nSlowest runs\n")
                .contains(warm.path("execution_id").asString().substring(0, 12));
    }

    @Test
    void aLineOfAGigabyteIsPassedOverInASmallHeap() throws IOException {
        Jdk jdk = Jdk.newest();
        AgentHome home = new AgentHome(folder.resolve("home"));
        for (int i = 0; i < 2; i++) {
            Jvm.on(jdk, folder)
                    .agent(home.option())
                    .main(Endings.class, "return")
                    .run();
        }
        Path history = home.files("history").get(0);
        byte[] runs = Files.readAllBytes(history);
        try (RandomAccessFile file = new RandomAccessFile(history.toFile(), "rw")) {
            file.seek(runs.length + GIGABYTE); // a hole: it takes no room on the disk, and reads as zeros
            file.write('\n');
            file.write(new String(runs, StandardCharsets.UTF_8)
                    .replace("\"execution_id\":\"0", "\"execution_id\":\"1")
                    .getBytes(StandardCharsets.UTF_8));
        }

        Jvm.Ended report = Jvm.on(jdk, folder)
                .jvm("-Xmx64m")
                .jar(
                        Jvm.AGENT,
                        "report",
                        "--format",
                        "json",
                        "--home",
                        home.folder().toString())
                .run();
        Files.delete(history);

        assertThat(report.exitCode()).as(report.stderr()).isZero();
        assertThat(JsonMapper.shared()
                        .readTree(report.out())
                        .at("/summary/runs")
                        .asInt())
                .isEqualTo(4);
        assertThat(report.stderr()).contains("skipped 1 line");
    }

    private Jvm.Ended tool(Jdk jdk, AgentHome home, String... arguments) {
        Jvm.Ended ended = Jvm.on(jdk, folder)
                .environment("PERF_AGENT_HOME", home.folder().toString())
                .jar(Jvm.AGENT, arguments)
                .run();
        assertThat(ended.stderr()).isEmpty();
        assertThat(ended.exitCode()).isZero();
        return ended;
    }
}
