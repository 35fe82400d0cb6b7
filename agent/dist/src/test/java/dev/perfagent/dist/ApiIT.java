package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A program that measures itself by the API does the same with the agent and without, and with it all is in the record. */
final class ApiIT {
    private static final Path JAR =
            Path.of("../api/target/perf-agent-api.jar").toAbsolutePath().normalize();
    private static final Path SOURCES = Path.of("../api/src/main/java/dev/perfagent/api");
    private static final Path PROGRAM = Path.of("src/test/resources/api/ByHand.txt");

    @TempDir
    private static Path classes;

    @TempDir
    private Path folder;

    @BeforeAll
    static void compile() throws IOException {
        Path program = Files.copy(PROGRAM, classes.resolve("ByHand.java"));
        Twin.tool("javac", "--release", "17", "-cp", JAR.toString(), "-d", classes.toString(), program.toString());
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void whatIsMeasuredByHandIsInTheRecord(Jdk jdk) {
        String classPath = classes + File.pathSeparator + JAR;

        Twin twin = Twin.same(jdk, folder, jvm -> jvm.main(classPath, "ByHand"));

        assertThat(twin.with().out())
                .contains("thrown on: expected", "failing false", "exported: metrics, failures: 0");
        assertRecorded(twin.onlyRun());
        assertThat(exports()).hasSize(2);

        // In a warm run nothing of it may be missing either.
        AgentHome warm = twin.home();
        assertThat(Jvm.on(jdk, folder)
                        .agent(warm.option())
                        .main(classPath, "ByHand")
                        .run()
                        .out())
                .isEqualTo(twin.without().out());
        List<JsonNode> runs = warm.runs();
        assertThat(runs.get(1).path("self").path("plan").asString()).isEqualTo("warm");
        assertRecorded(runs.get(1));
    }

    /** An application may bring the API in a package of its own, as it does with other libraries. */
    @Test
    void aRelocatedCopyIsSeenToo() throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-proc:none", "-d", folder + "/classes"));
        arguments.addAll(List.of("-cp", jspecify()));
        try (Stream<Path> all = Files.list(SOURCES)) {
            for (Path source : Stream.concat(all, Stream.of(PROGRAM)).toList()) {
                Path moved = sources.resolve(source.getFileName().toString().replace(".txt", ".java"));
                Files.writeString(
                        moved, Files.readString(source).replace("dev.perfagent.api", "org.example.perfagent.api"));
                arguments.add(moved.toString());
            }
        }
        Twin.tool("javac", arguments.toArray(new String[0]));
        AgentHome home = new AgentHome(folder.resolve("home"));

        Jvm.on(Jdk.own(), folder)
                .agent(home.option())
                .main(folder.resolve("classes").toString(), "ByHand")
                .run();

        assertRecorded(home.onlyRun());
    }

    private static String jspecify() {
        return Path.of(Nullable.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
    }

    private static void assertRecorded(JsonNode run) {
        JsonNode phases = run.path("duration").path("phases");
        assertThat(phases.propertyNames())
                .containsExactly("loading", "parsing", "rendering", "failing", "handed over", "later", "fetching");
        JsonNode loading = phases.path("loading");
        double parsing = phases.path("parsing").path("ms").asDouble();
        assertThat(parsing).isGreaterThanOrEqualTo(20);
        assertThat(loading.path("ms").asDouble()).isGreaterThanOrEqualTo(parsing);
        assertThat(loading.path("self_ms").asDouble())
                .isLessThanOrEqualTo(loading.path("ms").asDouble() - parsing + 0.01);
        assertThat(phases.path("later").path("heap_delta_bytes").isNull()).isTrue();

        List<String> operations = new ArrayList<>();
        for (JsonNode each : run.path("github_api").path("operations")) {
            operations.add(each.path("name").asString() + " "
                    + each.path("count").asInt() + " " + each.path("requests").asInt());
        }
        assertThat(operations).containsExactly("parsing 1 0", "rendering 1 0", "failing 1 0", "fetching 1 2");

        JsonNode context = run.path("context");
        assertThat(context.path("task_count").asInt()).isEqualTo(87);
        assertThat(context.path("project_size").asString()).isEqualTo("large");
        assertThat(context.path("parsing.target").asString()).isEqualTo("items.json");
        assertThat(context.path("rendering.label").asString()).isEqualTo("nightly");
        assertThat(context.path("rendering.pages").asInt()).isEqualTo(3);
        assertThat(run.toString()).contains("rendering.key").doesNotContain("hunter2");
    }

    private List<Path> exports() {
        try (Stream<Path> files = Files.list(folder.resolve("metrics"))) {
            return files.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
