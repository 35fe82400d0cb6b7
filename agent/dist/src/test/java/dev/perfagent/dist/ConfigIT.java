package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.example.Endings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Configuration that is wrong: told once, all of it, and the application runs as ever. */
final class ConfigIT {
    @TempDir
    private Path folder;

    /** Of the application without the agent, by JDK. */
    private static final Map<Jdk, String> OUTPUT = new ConcurrentHashMap<>();

    private Path config;
    private AgentHome home;

    @BeforeEach
    void createFolder() throws IOException {
        config = Files.createDirectory(folder.resolve("config"));
        home = new AgentHome(folder.resolve("home"));
    }

    /** In the text, a bar is a line end and {@code \t} a tab. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "instrumentation.yml ~ phases: [ {phase: a ~ 2:1: ~ ''",
                "instrumentation.yml ~ application:|\\tname: x ~ 2:1: ~ ''",
                "instrumentation.yml ~ aplication: { name: x } ~ 1:1: ~ did you mean 'application'",
                "instrumentation.yml ~ observe: { http: maybe } ~ 1:18: ~ ''",
                "instrumentation.yml ~ phases: nothing ~ 1:9: ~ ''",
                "benchmarks.yml ~ benchmarks:|  commands:|    batch: { target_ms: fast } ~ 3:25: ~ ''",
                "alerts.yml ~ alerts:|  memory_usage_high: { threshold_ms: 3 } ~ 2:24: ~ did you mean 'threshold_mb'",
                "alerts.yml ~ alerts:|  memory_usage_hihg: { enabled: true } ~ 2:3: ~ did you mean 'memory_usage_high'",
                "alerts.yml ~ alerts:|  phase_overrun: { notification_channels: [pager] } ~ 2: ~ ''",
            })
    void isToldWithItsPlace(String file, String text, String place, String advice) throws IOException {
        Files.writeString(config.resolve(file), text.replace('|', '\n').replace("\\t", "\t") + "\n");

        List<String> stated = reported(Jdk.own(), "config=" + config);

        assertThat(stated).hasSize(1);
        assertThat(stated.get(0))
                .startsWith("perf-agent: " + config.resolve(file) + ":" + place)
                .contains(advice);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#onlyOwn")
    void allProblemsAreToldTogether(Jdk jdk) throws IOException {
        Files.writeString(config.resolve("instrumentation.yml"), "fases: []\nobserve: { http: 7 }\n");
        Files.writeString(config.resolve("benchmarks.yml"), "benchmarks: { comands: {} }\n");
        Files.writeString(config.resolve("alerts.yml"), "alerts:\n  nonsense: {}\n");

        List<String> stated = reported(jdk, "config=" + config, "colour=red");

        assertThat(stated).hasSize(5).allMatch(line -> line.startsWith("perf-agent: "));
        assertThat(stated).anyMatch(line -> line.contains("'colour'"));
        assertThat(stated).anyMatch(line -> line.contains("instrumentation.yml:1:1: "));
        assertThat(stated).anyMatch(line -> line.contains("instrumentation.yml:2:18: "));
        assertThat(stated).anyMatch(line -> line.contains("benchmarks.yml:1:15: "));
        assertThat(stated).anyMatch(line -> line.contains("alerts.yml:2:3: "));
        for (String line : stated) {
            assertThat(home.agentLog()).containsOnlyOnce(line.substring("perf-agent: ".length()));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#onlyOwn")
    void quietHidesThemFromTheConsole(Jdk jdk) throws IOException {
        Files.writeString(config.resolve("alerts.yml"), "alerts:\n  nonsense: {}\n");

        assertThat(reported(jdk, "config=" + config, "quiet=true")).isEmpty();

        assertThat(home.agentLog()).contains("alerts.yml:2:3: ");
    }

    @Test
    void aFolderThatIsNotThere() {
        assertThat(reported(Jdk.own(), "config=" + config.resolve("none")))
                .singleElement()
                .asString()
                .startsWith("perf-agent: the configuration folder '" + config.resolve("none") + "' does not exist; ");
    }

    @Test
    void aFileInPlaceOfTheFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "alerts: {}\n");

        assertThat(reported(Jdk.own(), "config=" + file))
                .singleElement()
                .asString()
                .startsWith("perf-agent: the configuration folder '" + file + "' is not a folder; ");
    }

    @Test
    void aFolderInPlaceOfAFile() throws IOException {
        Path file = Files.createDirectory(config.resolve("alerts.yml"));

        assertThat(reported(Jdk.own(), "config=" + config))
                .singleElement()
                .asString()
                .startsWith("perf-agent: " + file + ":1:1: ");
    }

    @Test
    void aLinkThatLeadsNowhere() throws IOException {
        Path file = Files.createSymbolicLink(config.resolve("alerts.yml"), config.resolve("none"));

        assertThat(reported(Jdk.own(), "config=" + config))
                .singleElement()
                .asString()
                .startsWith("perf-agent: " + file + ":1:1: ");
    }

    @Test
    void aFileThatIsNotUtf8() throws IOException {
        Path file = Files.write(
                config.resolve("instrumentation.yml"),
                "application:\n  name: Käse\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(reported(Jdk.own(), "config=" + config))
                .singleElement()
                .asString()
                .startsWith("perf-agent: " + file + ":2:10: ");
    }

    @Test
    void aBombOfAliases() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("*a")
                    .append(i - 1)
                    .append("]\n");
        }
        Files.writeString(config.resolve("instrumentation.yml"), bomb);

        assertThat(reported(Jdk.own(), "config=" + config))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("perf-agent: "));
    }

    @Test
    void anAgentOptionThatIsNotTrueOrFalse() {
        assertThat(reported(Jdk.own(), "quiet=perhaps"))
                .singleElement()
                .asString()
                .startsWith("perf-agent: ")
                .contains("'quiet'");
    }

    /** Lines on stderr beyond the application's own; everything else is as without the agent, and the run is recorded. */
    private List<String> reported(Jdk jdk, String... options) {
        Jvm.Ended ended = application(jdk)
                .agent(home.option() + "," + String.join(",", options))
                .run();

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.out())
                .isEqualTo(OUTPUT.computeIfAbsent(
                        jdk, any -> application(jdk).run().out()));
        JsonNode run = home.onlyRun();
        assertThat(run.path("application").asString()).isEqualTo("Endings");
        assertThat(run.path("exit_code").asInt()).isEqualTo(3);
        return ended.stderr().lines().toList();
    }

    private Jvm application(Jdk jdk) {
        return Jvm.on(jdk, folder).main(Endings.class, "exit", "3");
    }
}
