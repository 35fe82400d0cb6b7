package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.example.Endings;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shipped jar times real programs. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no signals and no sh")
final class BenchmarkIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void runsUnderTheAgentAreJoinedWithTheirRecordsAndAreNoBaseline(Jdk jdk) throws IOException {
        AgentHome home = new AgentHome(folder.resolve("home"));
        Files.createDirectories(home.folder());
        Path config = TestConfig.rules(folder.resolve("conf"), "application: { name: endings }\n");
        Files.writeString(
                config.resolve("benchmarks.yml"), """
                    benchmarks:
                      commands:
                        end: { target_ms: 60000, run: ["%s", "-cp", "%s", "%s", "return"] }
                    """.formatted(jdk.java(), Jvm.TEST_CLASSES, Endings.class.getName()));

        Jvm.Ended ended = tool(jdk, "benchmark", "--config", "conf", "--iterations", "2", "--format", "json")
                .run();

        assertThat(ended.stderr()).isEmpty();
        assertThat(ended.exitCode()).isZero();
        JsonNode results = JsonMapper.shared().readTree(ended.out()).path("benchmark_results");
        JsonNode command = results.path("command_results").path(0);
        assertThat(command.path("command").asString()).isEqualTo("end");
        assertThat(command.path("iterations").asInt()).isEqualTo(2);
        assertThat(command.path("performance_rating").asString()).isEqualTo("excellent");
        assertThat(command.path("agent").path("runs").asInt()).isEqualTo(2);
        assertThat(command.path("agent").path("classes_loaded").asInt()).isGreaterThan(100);
        assertThat(command.path("agent").path("cpu_time_ms").isNumber()).isTrue();
        assertThat(home.runs())
                .extracting(run -> run.path("context").path("benchmark").asString() + " "
                        + run.path("context").path("benchmark_run").asInt())
                .allMatch(label -> label.startsWith(results.path("session").asString() + " "))
                .extracting(label -> label.substring(label.indexOf(' ') + 1))
                .containsExactly("0", "1", "2");
        assertThat(tool(jdk, "baseline", "save", "all").run().exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void ctrlCEndsItWithWhatItHas(Jdk jdk) throws IOException {
        Files.createDirectories(folder.resolve("home"));
        Path log = Files.createFile(folder.resolve("log"));
        Jvm.Started started = tool(
                        jdk,
                        "benchmark",
                        "--shell",
                        "--cleanup=echo end >> log",
                        "--iterations=5000",
                        "--command=echo run >> log; sleep 0.01")
                .start();
        Wait.until(() -> Files.readAllLines(log).size() > 5, () -> "it does not run its command");

        Process kill =
                new ProcessBuilder("sh", "-c", "kill -INT " + started.process().pid()).start();
        assertThat(kill.onExit().join().exitValue()).isZero();
        Jvm.Ended ended = started.await();

        assertThat(ended.exitCode()).isEqualTo(130);
        assertThat(ended.stderr()).isEmpty();
        assertThat(ended.out()).contains("  mean  ", "; ended because it was interrupted.");
        assertThat(Files.readAllLines(log)).last().isEqualTo("end");
    }

    private Jvm tool(Jdk jdk, String... arguments) {
        return Jvm.on(jdk, folder)
                .environment("PERF_AGENT_HOME", folder.resolve("home").toString())
                .jar(Jvm.AGENT, arguments);
    }
}
