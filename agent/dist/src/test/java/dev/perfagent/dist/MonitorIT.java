package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shipped jar watches the machine from a process of its own. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no signals and no sh")
final class MonitorIT {
    /** Ends the whole group of processes, as a terminal that is closed does. */
    private static final String HANG_UP = "\"$@\"; kill -HUP 0";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void itSurvivesItsTerminalIsTheOnlyOneAndEndsWithWhatItHas(Jdk jdk) throws IOException {
        tool(jdk, "monitor", "start", "--interval", "100ms")
                .inside("setsid", "-w", "sh", "-c", HANG_UP, "sh")
                .run();
        try {
            Wait.until(() -> rows() > 2, () -> "it writes no samples");

            Jvm.Ended second = tool(jdk, "monitor", "start").run();
            assertThat(second.exitCode()).isEqualTo(2);
            assertThat(second.stderr()).contains("a monitor runs already");
            assertThat(mostMemoryKb()).isLessThan(45 * 1024);
        } finally {
            Jvm.Ended stopped = tool(jdk, "monitor", "stop", "--format", "json").run();
            JsonNode state = JsonMapper.shared().readTree(stopped.out());
            assertThat(state.path("end").asString()).isEqualTo("stopped");
            assertThat(state.path("samples").asInt()).isEqualTo(rows());
        }
        List<JsonNode> lines = lake();
        assertThat(lines).hasSize(rows());
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.path("kind").asString()).isEqualTo("machine");
            assertThat(line.path("disk_free_mb").asDouble()).isPositive();
            assertThat(line.path("memory_available_mb").asDouble()).isPositive();
        });
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void itEndsWhenTheDiskIsFullAndRaisesAlerts(Jdk jdk) throws IOException {
        Path config = TestConfig.rules(folder.resolve("conf"), "application: { name: none }\n");
        Files.writeString(config.resolve("alerts.yml"), """
            command: [sh, -c, "cat > seen.part; mv seen.part seen"]
            alerts:
              memory_available_low:
                enabled: true
                threshold_mb: 10000000
                notification_channels: [log, command]
              cpu_usage_high: { enabled: false, threshold_percentage: 1 }
            """);

        // Files of the monitor may have 12 or 24 KB, depending on the shell: as on a full disk, but for everybody.
        Jvm.Ended started = tool(jdk, "monitor", "start", "--interval", "100ms", "--config", "conf")
                .inside("sh", "-c", "ulimit -f 24; exec \"$@\"", "sh")
                .run();
        assertThat(started.stderr()).isEmpty();
        assertThat(started.exitCode()).isZero();
        Wait.until(() -> state().path("end").isString(), () -> "it does not end");

        assertThat(state().path("end").asString()).startsWith("it cannot write: ");
        assertThat(rows()).isGreaterThan(3);
        assertThat(lake()).hasSizeBetween(rows() - 1, rows());
        Path seen = home().resolve("outbox/seen");
        Wait.until(() -> Files.exists(seen), () -> "the program of alerts.yml gets no alert");
        JsonNode sent = JsonMapper.shared().readTree(Files.readString(seen));
        assertThat(sent.path("execution_id").asString()).startsWith("monitor-");
        assertThat(sent.path("alerts").path(0).path("type").asString()).isEqualTo("memory_available_low");
        assertThat(Files.readString(home().resolve("alerts.log")))
                .contains("critical memory_available_low monitor-")
                .contains("Little memory is available")
                .doesNotContain("cpu_usage_high")
                .containsOnlyOnce(" memory_available_low ")
                .contains("samples of the monitor in a row; most by ");
    }

    private Path home() {
        return folder.resolve("home");
    }

    private JsonNode state() throws IOException {
        Path file = home().resolve("monitor/state.json");
        return JsonMapper.shared().readTree(Files.exists(file) ? Files.readString(file) : "{}");
    }

    /** The largest resident memory of the monitor since its start; 0 where the system does not say it. */
    private long mostMemoryKb() throws IOException {
        Path status = Path.of("/proc", state().path("pid").asString(), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    /** Without the heading; each line is whole. */
    private int rows() throws IOException {
        List<Path> tables = files(home().resolve("monitor"), "resources.csv");
        if (tables.isEmpty()) {
            return 0;
        }
        String text = Files.readString(tables.get(0));
        assertThat(text).endsWith("\r\n");
        return (int) text.lines().count() - 1;
    }

    private List<JsonNode> lake() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (Path file : files(home().resolve("machine"), ".ndjson")) {
            for (String line : Files.readAllLines(file)) {
                lines.add(JsonMapper.shared().readTree(line));
            }
        }
        return lines;
    }

    private static List<Path> files(Path below, String end) {
        return new AgentHome(below)
                .files("").stream()
                        .filter(file -> file.toString().endsWith(end))
                        .toList();
    }

    private Jvm tool(Jdk jdk, String... arguments) {
        return Jvm.on(jdk, folder)
                .environment("PERF_AGENT_HOME", home().toString())
                .jar(Jvm.AGENT, arguments);
    }
}
