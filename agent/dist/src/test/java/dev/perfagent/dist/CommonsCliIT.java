package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.example.CommonsCliTool;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Command lines that Apache Commons CLI reads are recognised without configuration, and end as they would without the agent. */
final class CommonsCliIT {
    private static final String PACKAGE = "org.apache.commons.cli.";
    private static final String NEWEST = "1.11.0";
    private static final Path LIBRARIES = Path.of("target/commons-cli-lib").toAbsolutePath();

    /** One for all: the plan that the first run makes serves the others. */
    @TempDir
    private static Path folder;

    /** The oldest and the newest version with each of their parsers, on each JDK. */
    static Stream<Arguments> versions() {
        return Jdk.ownAndNewer().stream()
                .flatMap(jdk -> Stream.of(
                        Arguments.of(jdk, "1.2", "PosixParser"),
                        Arguments.of(jdk, "1.9.0", "DefaultParser"),
                        Arguments.of(jdk, NEWEST, "DefaultParser")));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void namesOfOptionsAreRecordedAndNoValues(Jdk jdk, String version, String parser) {
        JsonNode run = run(jdk, version, PACKAGE + parser, "-q", "-t", "s3cret", "s3cret");

        assertThat(options(run)).containsExactly("--token", "-q");
        assertThat(run.path("outcome").asString()).isEqualTo("success");
        assertThat(run.toString()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void wrongUsageIsTheError(Jdk jdk, String version, String parser) {
        JsonNode run = run(jdk, version, PACKAGE + parser, "--help", "--s3cret");

        assertThat(options(run)).containsExactly("--help");
        assertThat(run.path("outcome").asString()).isEqualTo("error");
        assertThat(run.path("exit_code").asInt()).isEqualTo(64);
        assertThat(run.path("error").path("type").asString()).isEqualTo(PACKAGE + "UnrecognizedOptionException");
        assertThat(run.toString()).doesNotContain("s3cret");
    }

    /** Many tools print their usage then. Where help is asked for, something required may be missing in the line. */
    @ParameterizedTest
    @CsvSource({"-q, error", "--help, success"})
    void aProgramMayEndWithZeroAfterWrongUsage(String option, String outcome) {
        JsonNode run = run(Jdk.newest(), 0, NEWEST, PACKAGE + "DefaultParser", option, "--s3cret");

        assertThat(run.path("outcome").asString()).isEqualTo(outcome);
        assertThat(run.path("exit_code").asInt(-1)).isZero();
        assertThat(run.path("error").isNull()).isEqualTo(outcome.equals("success"));
        assertThat(run.toString()).doesNotContain("s3cret");
    }

    private JsonNode run(Jdk jdk, String version, String... arguments) {
        return run(jdk, 64, version, arguments);
    }

    private JsonNode run(Jdk jdk, int refusal, String version, String... arguments) {
        String classPath = Jvm.TEST_CLASSES + File.pathSeparator + LIBRARIES.resolve("commons-cli-" + version + ".jar");
        new AgentHome(folder.resolve("home")).keepPlansOnly();
        return Twin.same(jdk, folder, jvm -> jvm.jvm("-Drefusal=" + refusal)
                        .main(classPath, CommonsCliTool.class.getName(), arguments))
                .onlyRun();
    }

    private static List<String> options(JsonNode run) {
        return run.path("options").valueStream().map(JsonNode::asString).toList();
    }
}
