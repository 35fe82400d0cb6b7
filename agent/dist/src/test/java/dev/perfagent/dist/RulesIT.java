package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.example.Steps;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The rules of instrumentation.yml, each in a real JVM. */
final class RulesIT {
    /** What a step of the application uses up at least. */
    private static final double STEP_MS = 5;

    private static final String RULES = """
            application: { name: steps, version: "1.2.3" }
            commands:
              - { class: org.example.Steps, method: export, name: export }
              - { class: org.example.Steps, method: clean, name: repo clean }
              - { class: org.example.Steps, method: broken, name: broken }
            phases:
              - { phase: loading, class: "org.example.Steps.L*", method: "load*" }
              - { phase: annotated, annotated: org.example.Steps.Timed }
              - { phase: drawing, implements: org.example.Steps.Shape, method: draw }
              - { phase: outer, class: org.example.Steps, method: outer }
              - { phase: inner, class: org.example.Steps, method: inner }
              - { phase: recursive, class: org.example.Steps, method: recursive }
              - { phase: short, class: org.example.Steps, method: shortStep, min_ms: 600000 }
              - { phase: failing, class: org.example.Steps, method: failing }
            api_clients:
              - { operation: fetch, class: org.example.Steps, method: fetch }
            context:
              - { name: items, class: org.example.Steps, method: title, value: argument.0.size }
              - { name: number, class: org.example.Steps, method: title, value: argument.1 }
              - { name: title, class: org.example.Steps, method: title, value: return }
              - { name: length, class: org.example.Steps, method: title, value: return.size }
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void phasesAndValuesOfAProcessWithoutCommands(Jdk jdk) {
        JsonNode run =
                onlyRun(jdk, "wildcard", "annotation", "interface", "nested", "recursion", "short", "caught", "values");

        assertThat(run.path("application").asString()).isEqualTo("steps");
        assertThat(run.path("application_version").asString()).isEqualTo("1.2.3");
        assertThat(run.path("command").asString()).isEqualTo("steps");
        assertThat(run.path("outcome").asString()).isEqualTo("success");
        JsonNode phases = run.path("duration").path("phases");
        assertThat(phases.properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactly("loading", "annotated", "drawing", "outer", "inner", "recursive", "failing");
        assertPhase(phases.path("loading"), 2, 2);
        assertPhase(phases.path("annotated"), 1, 1);
        assertPhase(phases.path("drawing"), 1, 1);
        assertPhase(phases.path("outer"), 1, 3);
        assertPhase(phases.path("inner"), 2, 2);
        // Only the outermost entry counts.
        assertPhase(phases.path("recursive"), 1, 5);
        assertPhase(phases.path("failing"), 1, 0);
        double inner = phases.path("inner").path("ms").asDouble();
        assertThat(phases.path("outer").path("self_ms").asDouble())
                .isCloseTo(phases.path("outer").path("ms").asDouble() - inner, within(0.01));
        assertThat(phases.path("recursive").path("self_ms").asDouble())
                .isCloseTo(phases.path("recursive").path("ms").asDouble(), within(0.01));

        JsonNode context = run.path("context");
        assertThat(context.path("items").asInt()).isEqualTo(3);
        assertThat(context.path("number").asInt()).isEqualTo(42);
        assertThat(context.path("title").asString()).isEqualTo("3 items and 42");
        assertThat(context.path("length").asInt()).isEqualTo("3 items and 42".length());
        assertThat(context.path("team").asString()).isEqualTo("rockets");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void anExceptionPassesThroughAPhaseUnchanged(Jdk jdk) {
        JsonNode run = onlyRun(jdk, "nested", "uncaught");

        assertThat(run.path("outcome").asString()).isEqualTo("error");
        assertThat(run.path("exit_code").asInt()).isEqualTo(1);
        assertThat(run.path("error").path("type").asString()).isEqualTo("java.lang.IllegalStateException");
        assertThat(run.path("error").path("message").asString()).isEqualTo("on purpose");
        assertPhase(run.path("duration").path("phases").path("failing"), 1, 0);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void eachCommandOfAProcessHasARecord(Jdk jdk) {
        List<JsonNode> runs = runs(jdk, "export", "broken", "clean");

        assertThat(runs)
                .extracting(run -> run.path("command").asString())
                .containsExactly("export", "broken", "repo clean");
        assertThat(runs)
                .extracting(run -> run.path("outcome").asString())
                .containsExactly("success", "error", "success");
        assertThat(runs.get(1).path("error").path("message").asString()).isEqualTo("on purpose");
        assertThat(runs)
                .extracting(run -> run.path("execution_id").asString())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(runs).extracting(run -> run.path("timestamp").asString()).isSorted();
        assertPhase(runs.get(0).path("duration").path("phases").path("inner"), 2, 2);
        assertThat(runs.get(0).path("duration").path("phases").size()).isEqualTo(1);
        assertPhase(runs.get(1).path("duration").path("phases").path("inner"), 1, 1);
        assertThat(runs.get(1).path("duration").path("phases").size()).isEqualTo(2);
        assertPhase(runs.get(2).path("duration").path("phases").path("loading"), 1, 1);
        assertThat(runs.get(2).path("duration").path("phases").size()).isEqualTo(1);
        assertThat(runs).allSatisfy(run -> {
            assertThat(run.path("duration").path("total_ms").asDouble()).isGreaterThan(STEP_MS);
            assertThat(run.path("context").path("team").asString()).isEqualTo("rockets");
        });
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void operationsCountTheirRequests(Jdk jdk) throws IOException {
        try (RunningServer server = RunningServer.start(folder.resolve("server"))) {
            String address = server.baseUrl() + "/meta";
            JsonNode run = onlyRun(jdk, address, address, "nested");

            JsonNode api = run.path("github_api");
            // Once with the agent, once without.
            assertThat(server.log().requests()).hasSize(8);
            assertThat(api.path("requests_made").asInt()).isEqualTo(4);
            assertThat(api.path("operations").size()).isEqualTo(1);
            JsonNode fetch = api.path("operations").path(0);
            assertThat(fetch.path("name").asString()).isEqualTo("fetch");
            assertThat(fetch.path("count").asInt()).isEqualTo(2);
            assertThat(fetch.path("requests").asInt()).isEqualTo(4);
            assertThat(fetch.path("ms").asDouble())
                    .isGreaterThan(fetch.path("max_ms").asDouble())
                    .isGreaterThan(api.path("endpoints").path(0).path("ms").asDouble());
        }
    }

    /** What that many steps inside of it use up, it has taken at least. */
    private static void assertPhase(JsonNode phase, int count, int steps) {
        assertThat(phase.path("count").asInt()).isEqualTo(count);
        double ms = phase.path("ms").asDouble();
        assertThat(ms).isGreaterThanOrEqualTo(steps * STEP_MS);
        assertThat(phase.path("self_ms").asDouble()).isBetween(0.0, ms);
        assertThat(phase.path("parallelism").asDouble()).isEqualTo(1.0);
    }

    private JsonNode onlyRun(Jdk jdk, String... steps) {
        List<JsonNode> runs = runs(jdk, steps);
        assertThat(runs).hasSize(1);
        return runs.get(0);
    }

    private List<JsonNode> runs(Jdk jdk, String... steps) {
        Jvm.Ended without = Jvm.on(jdk, folder).main(Steps.class, steps).run();
        AgentHome home = new AgentHome(folder.resolve("home"));
        Jvm.Ended with = Jvm.on(jdk, folder)
                .agent(
                        home.option(),
                        "config=" + TestConfig.rules(folder.resolve("config"), RULES),
                        "label.team=rockets")
                .main(Steps.class, steps)
                .run();

        assertThat(with.stderr()).isEqualTo(without.stderr());
        assertThat(with.stdout()).isEqualTo(without.stdout());
        assertThat(with.exitCode()).isEqualTo(without.exitCode());
        assertThat(home.agentLog()).isEmpty();
        return home.runs();
    }
}
