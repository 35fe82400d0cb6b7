package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** Runs of one application with one home, one after the other, so that the plan of one is there for the next. */
final class PlanRuns {
    /** What two runs of the same do not have in common, beside what ends in {@code ms}. */
    private static final Set<String> NEVER_THE_SAME = Set.of(
            "execution_id",
            "timestamp",
            "end_timestamp",
            "pid",
            "resource_usage",
            "self",
            "heap_delta_bytes",
            "allocated_bytes",
            "parallelism",
            "reset",
            "rate_limit_reset");

    private final Path folder;
    private final UnaryOperator<Jvm> application;
    private final String[] options;
    private final AgentHome home;

    /**
     * Before the first.
     *
     * @param folder gets the agent's home as {@code home}
     * @param application what to start
     * @param options of the agent, beside its home
     */
    PlanRuns(Path folder, UnaryOperator<Jvm> application, String... options) {
        this.folder = folder;
        this.application = application;
        this.options = options;
        this.home = new AgentHome(folder.resolve("home"));
    }

    /** One of them. */
    record Measured(Jvm.Ended ended, List<JsonNode> records) {
        /** The one it left. */
        JsonNode onlyRecord() {
            assertThat(records).hasSize(1);
            return records.get(0);
        }

        /** {@code cold} or {@code warm}. */
        String plan() {
            return onlyRecord().path("self").path("plan").asString();
        }

        /** Phases by name, with how often they were entered. */
        Map<String, Integer> phases() {
            Map<String, Integer> phases = new TreeMap<>();
            onlyRecord()
                    .path("duration")
                    .path("phases")
                    .properties()
                    .forEach(phase -> phases.put(
                            phase.getKey(), phase.getValue().path("count").asInt()));
            return phases;
        }

        /** What should be the same in another run of the same. */
        List<Map<String, JsonNode>> steady() {
            List<Map<String, JsonNode>> steady = new ArrayList<>();
            for (JsonNode run : records) {
                Map<String, JsonNode> fields = new LinkedHashMap<>();
                flatten("", run, fields);
                steady.add(fields);
            }
            return steady;
        }

        private static void flatten(String path, JsonNode node, Map<String, JsonNode> into) {
            if (node.isArray()) {
                for (int i = 0; i < node.size(); i++) {
                    flatten(path + "[" + i + "]", node.path(i), into);
                }
            } else if (node.isObject()) {
                node.properties().forEach(field -> {
                    if (!NEVER_THE_SAME.contains(field.getKey())
                            && !field.getKey().endsWith("ms")) {
                        flatten(path + "." + field.getKey(), field.getValue(), into);
                    }
                });
            } else {
                into.put(path, node);
            }
        }
    }

    /** The next one. */
    Measured next(Jdk jdk) {
        return next(jdk, application);
    }

    /** The next one, with something else about it. */
    Measured next(Jdk jdk, UnaryOperator<Jvm> otherApplication) {
        String all = options.length == 0 ? home.option() : home.option() + "," + String.join(",", options);
        return observed(otherApplication.apply(Jvm.on(jdk, folder).agent(all)));
    }

    /** The next one, in a JVM that brings the agent itself. */
    Measured observed(Jvm jvm) {
        Set<String> before = ids();
        Jvm.Ended ended = jvm.run();
        List<JsonNode> records = home.runs().stream()
                .filter(run -> !before.contains(run.path("execution_id").asString()))
                .sorted(Comparator.comparing(run -> run.path("execution_id").asString()))
                .toList();
        return new Measured(ended, records);
    }

    private Set<String> ids() {
        Set<String> ids = new java.util.HashSet<>();
        home.runs().forEach(run -> ids.add(run.path("execution_id").asString()));
        return ids;
    }

    AgentHome home() {
        return home;
    }

    /** The folder they run in. */
    Path folder() {
        return folder;
    }

    /** Of the agent, as one text. */
    String option() {
        return options.length == 0 ? home.option() : home.option() + "," + String.join(",", options);
    }

    /** The one plan that was kept. */
    Path onlyPlan() {
        List<Path> plans = home.files("plans");
        assertThat(plans).as("plans; agent.log says: %s", home.agentLog()).hasSize(1);
        return plans.get(0);
    }

    long planSize() {
        try {
            return Files.size(onlyPlan());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The first is cold, the second warm, and nobody outside sees a difference. */
    Measured coldThenWarm(Jdk jdk) {
        Measured cold = next(jdk);
        Measured warm = next(jdk);
        assertThat(plans(cold)).containsOnly("cold");
        assertThat(plans(warm)).containsOnly("warm");
        assertSame(warm, cold);
        assertThat(home.agentLog()).isEmpty();
        return warm;
    }

    private static List<String> plans(Measured measured) {
        return measured.records().stream()
                .map(run -> run.path("self").path("plan").asString())
                .toList();
    }

    /** The same output, exit code and record, apart from times. */
    static void assertSame(Measured actual, Measured expected) {
        assertThat(actual.ended().out()).isEqualTo(expected.ended().out());
        assertThat(actual.ended().stderr()).isEqualTo(expected.ended().stderr());
        assertThat(actual.ended().exitCode()).isEqualTo(expected.ended().exitCode());
        assertThat(actual.steady()).isEqualTo(expected.steady());
    }
}
