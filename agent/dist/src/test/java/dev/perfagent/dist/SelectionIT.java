package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.example.Selections;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** How rules select methods, and what {@code explain} says of those that select none, or too many. */
final class SelectionIT {
    private static final String RULES = """
        application: { name: selections }
        phases:
          - { phase: making, class: org.example.Selections, method: <init> }
          - { phase: lambda, class: org.example.Selections, method: "lambda$main$*" }
          - { phase: text, class: org.example.Selections, method: "load(String)" }
          - { phase: all, class: "org.exam*.Select*", exclude: { method: ["get*", pause, "load(int)"] } }
          - { phase: later, class: "org.**", exclude: { class: "**.Steps" }, method: later }
          - { phase: submitted, class: org.example.Selections, method: submitted }
          - { phase: misspelt, class: org.example.Selektions, method: load }
          - { phase: below, class: "org.*", method: load }
          - { phase: method, class: org.example.Selections, method: laod }
        context:
          - { name: made, class: org.example.Selections, method: getMade, value: field.made }
          - { name: farther, class: org.example.Selections, method: "load(String)", value: argument.1 }
          - { name: missing, class: org.example.Selections, method: getMade, value: field.mead }
          - { name: nothing, class: org.example.Selections, method: pause, value: return }
          - { name: object, class: org.example.Selections, method: submitted, value: return }
          - { name: unsized, class: org.example.Selections, method: "load(int)", value: argument.0.size }
        """;

    private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void methodsAreSelectedAndWhatIsNotIsExplained(Jdk jdk) {
        AgentHome home = new AgentHome(folder.resolve("home"));
        Jvm.Ended ended = Jvm.on(jdk, folder)
                .agent(home.option(), "config=" + TestConfig.rules(folder.resolve("config"), RULES))
                .main(Selections.class)
                .run();

        assertThat(ended.stderr()).isEmpty();
        int executors = jdk.feature() < FIRST_WITH_VIRTUAL_THREADS ? 1 : 2;
        assertThat(ended.out().strip().lines())
                .startsWith("on purpose", "later", "submitted")
                .hasSize(2 + executors);
        JsonNode phases = home.onlyRun().path("duration").path("phases");
        assertThat(phases.properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactlyInAnyOrder("making", "lambda", "text", "all", "later", "submitted");
        assertThat(phases.path("making").path("count").asInt()).isEqualTo(2);
        // The one that threw goes on to the end of the run: what follows sleeps for 20 ms six times.
        assertThat(phases.path("making").path("ms").asDouble()).isGreaterThanOrEqualTo(140);
        assertThat(phases.path("lambda").path("count").asInt()).isEqualTo(1);
        assertThat(phases.path("lambda").path("ms").asDouble()).isGreaterThanOrEqualTo(20);
        assertThat(phases.path("submitted").path("count").asInt()).isEqualTo(executors);
        assertThat(phases.path("submitted").path("ms").asDouble()).isGreaterThanOrEqualTo(20 * executors);
        assertThat(phases.path("text").path("count").asInt()).isEqualTo(1);
        assertThat(phases.path("later").path("ms").asDouble()).isGreaterThanOrEqualTo(20);
        assertThat(home.onlyRun().path("context").path("made").asInt()).isEqualTo(11);

        String explained = ToolHere.run(home, "explain").out();
        assertThat(explained.replaceAll("\\s+", " "))
                .contains("near to it, and loaded: org.example.Selections")
                .contains("loaded were org.example.Selections, in packages below: '*' stays within one package")
                .contains("fits but has no method 'laod'; did you mean 'load'?")
                .contains("load could not be woven: it has no argument.1, the last one is argument.0")
                .contains("getMade could not be woven: its class declares no field 'mead' that it can read")
                .contains("pause could not be woven: it returns nothing")
                .contains("context: made - 1 call in that run class")
                .containsPattern("context: object - \\d calls? in that run, nothing stored")
                .contains("is no number, boolean, character, text or enum constant")
                .contains("java.lang.Integer is no collection, map, array or text, so it has no size");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void aRuleThatMatchesTooManyMethodsIsNotUsed(Jdk jdk) throws IOException {
        StringBuilder source =
                new StringBuilder("package many; public class Many { public static void main(String[] a) {}\n");
        for (int i = 0; i < 2100; i++) {
            source.append("void m").append(i).append("() {}\n");
        }
        Path file = Files.writeString(folder.resolve("Many.java"), source.append("}\n"));
        Twin.tool("javac", "--release", "17", "-d", folder.resolve("classes").toString(), file.toString());
        Twin.tool(
                "jar",
                "--create",
                "--file=" + folder.resolve("many.jar"),
                "-C",
                folder.resolve("classes").toString(),
                ".");
        AgentHome home = new AgentHome(folder.resolve("home"));
        String config =
                "config=" + TestConfig.rules(folder.resolve("config"), "phases: [{ phase: all, class: many.* }]\n");

        Jvm many = Jvm.on(jdk, folder)
                .agent(home.option(), config)
                .main(folder.resolve("many.jar").toString(), "many.Many");
        Jvm.Ended first = many.run();
        String explained = ToolHere.run(home, "explain").out();
        List<Jvm.Ended> later = List.of(many.run(), many.run());

        String message = "phases: all: not used, because it matches more than 2000 methods (2101 of the classes";
        assertThat(first.stderr()).contains("perf-agent: instrumentation.yml: " + message);
        assertThat(home.agentLog()).contains(message);
        assertThat(explained).contains("phases: all - not used", "2101");
        assertThat(later).allSatisfy(run -> assertThat(run.stderr()).isEmpty());
        assertThat(home.runs()).last().satisfies(run -> {
            assertThat(run.path("self").path("plan").asString()).isEqualTo("warm");
            assertThat(run.path("duration").path("phases").size()).isZero();
        });
    }
}
