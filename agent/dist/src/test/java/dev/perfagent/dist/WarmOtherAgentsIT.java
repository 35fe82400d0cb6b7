package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.example.Endings;
import org.example.OtherAgent;
import org.example.Rewriter;
import org.example.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Plans beside other agents, which hand us other bytes than those on the class path, or get ours. */
final class WarmOtherAgentsIT {
    private static final Path OPEN_TELEMETRY =
            Path.of("target/other-agents/opentelemetry-javaagent.jar").toAbsolutePath();
    private static final String RULES = "phases:\n  - { phase: working, class: org.example.Tool, method: work }\n";
    private static final int RUNS = 4;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void oneThatRewritesTheSameClassesBeforeUs(Jdk jdk) {
        assertMeasured(jdk, true, rewriter("same"), List.of("cold", "warm"));
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void oneThatRewritesTheSameClassesAfterUs(Jdk jdk) {
        assertMeasured(jdk, false, rewriter("same"), List.of("cold", "warm"));
    }

    /** What it makes of a class is never seen twice. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void oneThatRewritesThemDifferentlyEachTime(boolean first) {
        PlanRuns runs = runs();
        List<Long> sizes = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            assertMeasured(runs.observed(jvm(Jdk.own(), runs, first, rewriter("different"))));
            sizes.add(runs.planSize());
        }
        assertThat(runs.home().agentLog()).isEmpty();
        // Without it the plan still serves.
        assertThat(assertMeasured(runs.observed(jvm(Jdk.own(), runs, first)))).isIn("cold", "warm");
        assertThat(assertMeasured(runs.observed(jvm(Jdk.own(), runs, first)))).isEqualTo("warm");
        assertThat(sizes.get(RUNS - 1))
                .as("size of the plan after each run: %s", sizes)
                .isLessThan(3 * sizes.get(0));
    }

    /** It comes and goes, as a developer switches it on and off. */
    @Test
    void oneThatIsThereFromTimeToTime() {
        PlanRuns runs = runs();
        Jdk jdk = Jdk.own();

        assertThat(assertMeasured(runs.observed(jvm(jdk, runs, true)))).isEqualTo("cold");
        assertMeasured(runs.observed(jvm(jdk, runs, true, rewriter("same"))));
        assertThat(assertMeasured(runs.observed(jvm(jdk, runs, true)))).isEqualTo("warm");
        assertThat(assertMeasured(runs.observed(jvm(jdk, runs, true, rewriter("same")))))
                .isEqualTo("warm");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void openTelemetry(boolean first) {
        PlanRuns runs = runs();
        for (int i = 0; i < 2; i++) {
            PlanRuns.Measured run = runs.observed(jvm(Jdk.own(), runs, first, "-javaagent:" + OPEN_TELEMETRY)
                    .jvm("-XX:TieredStopAtLevel=1")
                    .environment("OTEL_TRACES_EXPORTER", "none")
                    .environment("OTEL_METRICS_EXPORTER", "none")
                    .environment("OTEL_LOGS_EXPORTER", "none")
                    .environment("OTEL_JAVAAGENT_LOGGING", "none"));
            assertMeasured(run);
        }
        assertThat(runs.home().agentLog()).isEmpty();
    }

    /** Where the command line does not show it, it has still loaded java.lang.Shutdown before us. */
    @ParameterizedTest
    @ValueSource(strings = {"JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "@argument-file"})
    void oneThatTheCommandLineDoesNotShow(String place) throws IOException {
        String other = "-javaagent:" + Packed.agent(folder, OtherAgent.class, "Looker");
        PlanRuns runs = new PlanRuns(folder, jvm -> jvm);
        for (String plan : List.of("cold", "warm")) {
            Jvm jvm = Jvm.on(Jdk.own(), folder);
            if (place.startsWith("@")) {
                Path file = folder.resolve("arguments");
                Files.writeString(file, "\"" + other + "\"\n\"" + Jvm.flag(runs.option()) + "\"\n");
                jvm.jvm("@" + file);
            } else {
                jvm.environment(place, other).agent(runs.option());
            }
            PlanRuns.Measured run = runs.observed(jvm.main(Endings.class, "exit", "3"));

            assertThat(run.ended().exitCode()).isEqualTo(3);
            assertThat(run.onlyRecord().path("exit_code").asInt(-1)).isEqualTo(3);
            assertThat(run.plan()).isEqualTo(plan);
        }
    }

    private void assertMeasured(Jdk jdk, boolean first, String other, List<String> plans) {
        PlanRuns runs = runs();
        for (String plan : plans) {
            assertThat(assertMeasured(runs.observed(jvm(jdk, runs, first, other))))
                    .isEqualTo(plan);
        }
        assertThat(runs.home().agentLog()).isEmpty();
    }

    /** Returns its plan. */
    private static String assertMeasured(PlanRuns.Measured measured) {
        assertThat(measured.ended().exitCode()).isEqualTo(3);
        assertThat(measured.ended().out()).isEqualTo("working" + System.lineSeparator());
        JsonNode run = measured.onlyRecord();
        assertThat(run.path("command").asString()).isEqualTo("work");
        assertThat(run.path("exit_code").asInt()).isEqualTo(3);
        assertThat(measured.phases()).isEqualTo(Map.of("working", 1));
        return measured.plan();
    }

    private PlanRuns runs() {
        return new PlanRuns(folder, jvm -> jvm, "config=" + TestConfig.rules(folder.resolve("config"), RULES));
    }

    private String rewriter(String how) {
        return "-javaagent:" + Packed.agent(folder, Rewriter.class) + "=" + how;
    }

    private static Jvm jvm(Jdk jdk, PlanRuns runs, boolean otherFirst, String... others) {
        Jvm jvm = Jvm.on(jdk, runs.folder());
        if (otherFirst) {
            jvm.jvm(others);
        }
        jvm.agent(runs.option());
        if (!otherFirst) {
            jvm.jvm(others);
        }
        String classPath = Jvm.TEST_CLASSES + File.pathSeparator + WarmRunIT.PICOCLI;
        return jvm.main(classPath, Tool.class.getName(), "exit", "work", "--code", "3");
    }
}
