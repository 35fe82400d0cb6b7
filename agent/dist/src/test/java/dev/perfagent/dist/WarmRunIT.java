package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.example.Endings;
import org.example.Steps;
import org.example.Tool;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * A run with a plan says and records what the run that made the plan did. How it ends is tested by {@link EndingsIT}, and what
 * is recorded of the sample by {@link GhpmIT}.
 */
final class WarmRunIT {
    static final String PICOCLI = Path.of(picocli.CommandLine.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath())
            .toString();

    private static final String RULES = """
        application: { name: steps, version: "1.2.3" }
        commands:
          - { class: org.example.Steps, method: export, name: export }
        phases:
          - { phase: loading, class: "org.example.Steps.L*", method: "load*" }
          - { phase: annotated, annotated: org.example.Steps.Timed }
          - { phase: recursive, class: org.example.Steps, method: recursive }
          - { phase: failing, class: org.example.Steps, method: failing }
        context:
          - { name: items, class: org.example.Steps, method: title, value: argument.0.size }
          - { name: title, class: org.example.Steps, method: title, value: return }
        """;

    @TempDir
    private Path folder;

    /** The answer is not in the class's own bytes, so the plan keeps it with what is known of the supertypes. */
    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void keepsWhatItFoundOutAboutSupertypes(Jdk jdk) {
        PlanRuns runs = new PlanRuns(
                folder,
                jvm -> jvm.main(Steps.class, "interface"),
                "config=" + TestConfig.rules(folder.resolve("config"), """
                    phases:
                      - { phase: drawing, implements: org.example.Steps.Shape, method: draw }
                    """));

        for (int run = 1; run <= 3; run++) {
            PlanRuns.Measured measured = runs.next(jdk);
            assertThat(measured.phases()).isEqualTo(Map.of("drawing", 1));
            assertThat(measured.plan()).isEqualTo(run == 1 ? "cold" : "warm");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void knowsTheCommandsOfPicocli(Jdk jdk) {
        PlanRuns runs = tool("exit", "work", "--code", "3");

        JsonNode run = runs.coldThenWarm(jdk).onlyRecord();

        assertThat(run.path("command").asString()).isEqualTo("work");
        assertThat(Json.texts(run.path("options"))).containsExactly("--code");
        assertThat(run.path("exit_code").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void knowsEachOfManyCommands(Jdk jdk) {
        PlanRuns.Measured warm =
                tool("shell", "work --code 3", "fail", "remote add").coldThenWarm(jdk);

        assertThat(warm.records())
                .extracting(run -> run.path("command").asString())
                .containsExactly("work", "fail", "remote add");
        assertThat(warm.records())
                .extracting(run -> run.path("outcome").asString())
                .containsExactly("error", "error", "success");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void appliesEveryKindOfRule(Jdk jdk) {
        PlanRuns runs = new PlanRuns(
                folder,
                jvm -> jvm.main(Steps.class, "wildcard", "annotation", "recursion", "caught", "values", "short"),
                "config=" + TestConfig.rules(folder.resolve("config"), RULES));

        PlanRuns.Measured warm = runs.coldThenWarm(jdk);

        assertThat(warm.phases()).isEqualTo(Map.of("loading", 2, "annotated", 1, "recursive", 1, "failing", 1));
        JsonNode run = warm.onlyRecord();
        assertThat(run.path("application").asString()).isEqualTo("steps");
        assertThat(run.path("application_version").asString()).isEqualTo("1.2.3");
        assertThat(run.path("context").path("items").asInt()).isEqualTo(3);
        assertThat(run.path("context").path("title").asString()).isEqualTo("3 items and 42");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void saysWhatIsWrongInTheConfigurationAgain(Jdk jdk) throws IOException {
        Path config = Files.createDirectory(folder.resolve("config"));
        Files.writeString(config.resolve("instrumentation.yml"), "phases:\n  - { phaze: a }\n");
        Files.writeString(config.resolve("benchmarks.yml"), """
            benchmarks:
              commands:
                Endings: { max_acceptable_ms: 0.001, target_ms: 0.001 }
            """);
        Files.writeString(
                config.resolve("alerts.yml"), "alerts: { performance_degradation: { cool_down_minutes: 0 } }\n");
        PlanRuns runs = new PlanRuns(folder, jvm -> jvm.main(Endings.class, "return"), "config=" + config);

        PlanRuns.Measured cold = runs.next(jdk);
        PlanRuns.Measured warm = runs.next(jdk);

        assertThat(warm.plan()).isEqualTo("warm");
        for (PlanRuns.Measured run : List.of(cold, warm)) {
            assertThat(run.ended().stderr())
                    .contains("instrumentation.yml:2:")
                    .contains("phaze")
                    .contains("PERFORMANCE ALERT");
            assertThat(run.onlyRecord().path("alerts").size()).isEqualTo(1);
        }
    }

    private PlanRuns tool(String... arguments) {
        String classPath = Jvm.TEST_CLASSES + java.io.File.pathSeparator + PICOCLI;
        return new PlanRuns(folder, jvm -> jvm.main(classPath, Tool.class.getName(), arguments));
    }
}
