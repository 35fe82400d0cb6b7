package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;

/** Frameworks that start picocli, each by its own runner: the commands are those of picocli. */
final class PicocliContainersIT {
    private static final String REFUSAL = "picocli.CommandLine$UnmatchedArgumentException";

    static final List<Row> ROWS = List.of(
            new Row(
                    "micronaut-picocli",
                    "5.8.0",
                    "MicronautTool",
                    "micronaut-tool",
                    List.of("micronaut-core-4.9.1", "micronaut-inject-4.9.1", "slf4j-api-2.0.17")),
            new Row(
                    "quarkus-picocli",
                    "3.15.1",
                    "QuarkusTool",
                    "quarkus-tool",
                    List.of("quarkus-core-3.15.1", "jakarta.enterprise.cdi-api-4.1.0")));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @FieldSource("ROWS")
    void commandsAreThoseOfPicocli(Row row) throws IOException {
        Path classes = Packed.compile(
                folder.resolve("classes"),
                row.classPath(),
                Files.readString(Path.of("src/test/resources/frameworks", row.program() + ".java.txt")));
        List<Jvm.Started> started = new ArrayList<>();
        for (Jdk jdk : Jdk.ownAndNewer()) {
            started.add(start(jdk, row, classes, "remote", "--depth", "3", "add", "-t", "s3cret"));
        }
        started.forEach(Jvm.Started::await);
        started.clear();
        for (Jdk jdk : Jdk.ownAndNewer()) {
            started.add(start(jdk, row, classes, "remote", "add", "--nonsense", "s3cret"));
        }
        started.forEach(Jvm.Started::await);
        start(Jdk.own(), row, classes, "--help").await();

        for (Jdk jdk : Jdk.ownAndNewer()) {
            List<JsonNode> runs = home(jdk).runs();
            assertThat(home(jdk).agentLog()).isEmpty();
            assertThat(runs.toString()).doesNotContain("s3cret");
            assertThat(runs)
                    .extracting(run -> run.path("application").asString())
                    .containsOnly(row.application());
            assertThat(facts(runs.get(0))).isEqualTo("remote add [\"--depth\",\"--token\"] 3 error null");
            assertThat(facts(runs.get(1))).isEqualTo("remote add [] 2 error " + REFUSAL);
        }
        assertThat(facts(home(Jdk.own()).runs().get(2))).isEqualTo(row.application() + " [\"--help\"] 0 success null");
    }

    @ParameterizedTest
    @FieldSource("ROWS")
    void theTableInTheDocumentationListsWhatIsTested(Row row) throws IOException {
        assertThat(Files.readString(Path.of("../../docs/frameworks.md")))
                .containsPattern("\\| " + row.framework() + " \\|( [0-9.]+,)* " + row.version() + " \\|");
    }

    /** Command, options, exit code, how it ended, and what was wrong. */
    private static String facts(JsonNode run) {
        return run.path("command").asString()
                + ' '
                + run.path("options")
                + ' '
                + run.path("exit_code").asInt()
                + ' '
                + run.path("outcome").asString()
                + ' '
                + run.at("/error/type").asString("null");
    }

    private Jvm.Started start(Jdk jdk, Row row, Path classes, String... words) throws IOException {
        return Jvm.on(jdk, folder)
                .agent(home(jdk).option())
                .jvm("-XX:TieredStopAtLevel=1") // starts faster
                .main(classes + File.pathSeparator + row.classPath(), row.program(), words)
                .start();
    }

    private AgentHome home(Jdk jdk) {
        return new AgentHome(folder.resolve("home " + jdk));
    }

    /**
     * A version of a framework.
     *
     * @param jars what it needs beside its own jar
     */
    record Row(String framework, String version, String program, String application, List<String> jars) {
        String classPath() {
            List<String> all = new ArrayList<>(jars);
            all.add(framework + "-" + version);
            all.add("../checkstyle-lib/picocli-4.7.7");
            all.add("jakarta.inject-api-2.0.1");
            all.add("jakarta.annotation-api-2.1.1");
            return all.stream()
                    .map(name -> FrameworkCase.LIBRARIES.resolve(name + ".jar").toString())
                    .collect(Collectors.joining(File.pathSeparator));
        }

        @Override
        public String toString() {
            return framework + " " + version;
        }
    }
}
