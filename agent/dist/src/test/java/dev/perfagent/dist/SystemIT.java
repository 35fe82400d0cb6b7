package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.example.Endings;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shipped jar measures this machine. How fast it is decides nothing here, because it may be busy. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no signals and no sh")
final class SystemIT {
    private static final int KINDS_OF_WORK = 10;
    private static final int FEWEST_ROUNDS = 10;
    private static final double MOST_VARIATION = 0.05;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#onlyOwn")
    void theFirstResultsAreTheBaselineAndNothingElseIsLeft(Jdk jdk) throws IOException {
        Files.createDirectories(home());
        Jvm.Ended first = tool(jdk, "system", "benchmark", "--max-time", "1s").run();

        assertThat(first.exitCode()).as(first.stderr()).isZero();
        assertThat(first.out()).contains("CPU, one core", "JVM start");
        assertThat(left()).containsExactly("baseline.json", "results.json", "scores.txt");
        assertThat(Files.readString(saved("results.json"))).isEqualTo(Files.readString(saved("baseline.json")));
        JsonNode measures = JsonMapper.shared()
                .readTree(Files.readString(saved("results.json")))
                .path("measures");
        assertThat(measures.size()).isEqualTo(KINDS_OF_WORK);
        for (JsonNode measure : measures) {
            boolean isSure = measure.path("rounds").size() >= FEWEST_ROUNDS
                    && measure.path("variation").asDouble() <= MOST_VARIATION;
            assertThat(measure.path("score").isNumber()).as(measure.toString()).isEqualTo(isSure);
        }
        assertThat(tool(jdk, "system", "compare").run().exitCode()).isZero();

        // A busy machine may have no score, so one is put in its place.
        String machine = Files.readAllLines(saved("scores.txt")).get(0);
        Files.writeString(saved("scores.txt"), machine + "\njvm_start=41.00\n");
        AgentHome home = new AgentHome(home());
        assertThat(Jvm.on(jdk, folder)
                        .agent(home.option())
                        .main(Endings.class, "return")
                        .run()
                        .exitCode())
                .isZero();
        assertThat(home.onlyRun().path("environment").path("system_scores").asString())
                .isEqualTo("jvm_start=41.00");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#onlyOwn")
    void ctrlCEndsItAndLeavesNothing(Jdk jdk) throws IOException {
        Files.createDirectories(home());
        Jvm.Started started = tool(jdk, "system", "benchmark").start();
        Wait.until(() -> left().contains("file"), () -> "it does not begin");

        Process kill =
                new ProcessBuilder("sh", "-c", "kill -INT " + started.process().pid()).start();
        assertThat(kill.onExit().join().exitValue()).isZero();
        Jvm.Ended ended = started.await();

        assertThat(ended.exitCode()).isEqualTo(130);
        assertThat(ended.stderr()).isEqualToNormalizingNewlines("perf-agent: interrupted; nothing was saved\n");
        assertThat(ended.out()).isEmpty();
        assertThat(left()).isEmpty();
    }

    /** The names of all files in the folder of the results, and below it. */
    private List<String> left() throws IOException {
        Path system = home().resolve("system");
        if (!Files.exists(system)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(system)) {
            return all.skip(1)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private Path saved(String name) {
        return home().resolve("system").resolve(name);
    }

    private Path home() {
        return folder.resolve("home");
    }

    private Jvm tool(Jdk jdk, String... arguments) {
        return Jvm.on(jdk, folder)
                .environment("PERF_AGENT_HOME", home().toString())
                .jar(Jvm.AGENT, arguments);
    }
}
