package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.example.Busy;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shipped jar profiles a real program. */
final class ProfileIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void theMethodThatWorksIsFoundInItsPhaseAndTheOutputIsThePrograms(Jdk jdk) throws IOException {
        AgentHome home = new AgentHome(Files.createDirectories(folder.resolve("home")));
        TestConfig.rules(folder.resolve("conf"), """
                application: { name: busy }
                phases:
                  - { phase: working, class: org.example.Busy, method: work }
                  - { phase: resting, class: org.example.Busy, method: rest }
                """);

        Jvm.Ended ended = Jvm.on(jdk, folder)
                .environment("PERF_AGENT_HOME", home.folder().toString())
                .jar(
                        Jvm.AGENT,
                        "profile",
                        "--config",
                        "conf",
                        "--",
                        jdk.java().toString(),
                        "-cp",
                        Jvm.TEST_CLASSES.toString(),
                        Busy.class.getName(),
                        "1500",
                        "200")
                .run();

        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        assertThat(ended.out()).isEqualToIgnoringNewLines("done");
        JsonNode working = phase(home, "working");
        assertThat(working.path("hot_methods").path(0).path("method").asString())
                .isEqualTo("org.example.Busy.work");
        assertThat(working.path("hot_methods").path(0).path("share").asDouble()).isBetween(0.95, 1.0);
        assertThat(working.path("cpu_samples").asInt()).isGreaterThan(20);
        assertThat(phase(home, "resting").path("wall_ms").asDouble()).isGreaterThanOrEqualTo(200);
        assertThat(phase(home, "resting").path("cpu_samples").asInt()).isLessThan(5);
        JsonNode label = home.onlyRun().path("context").path("profiled");
        assertThat(label.asString()).isEqualTo("true");
    }

    private static JsonNode phase(AgentHome home, String name) throws IOException {
        Path file = home.files("profiles").stream()
                .filter(each -> each.endsWith("profile.json"))
                .findFirst()
                .orElseThrow();
        JsonNode phases = JsonMapper.shared().readTree(Files.readString(file)).path("phases");
        return Stream.iterate(0, i -> i < phases.size(), i -> i + 1)
                .map(phases::path)
                .filter(phase -> phase.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
