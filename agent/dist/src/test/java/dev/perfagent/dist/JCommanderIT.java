package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.beust.jcommander.JCommander;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.example.JCommanderTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Commands of JCommander are recognised without configuration, and end as they would without the agent. */
final class JCommanderIT {
    /** The newest version, which has another group of artifacts and the same packages. */
    private static final Path NEWEST =
            Path.of("target/jcommander-lib/jcommander.jar").toAbsolutePath();

    private static final Path OLDEST = NEWEST.resolveSibling("oldest.jar");

    private static final String[] TYPED = {
        "-v", "remote", "--depth", "3", "plus", "-Dkey=s3cret", "--token", "s3cret", "https://s3cret.example.com"
    };

    /** One for all: the plan that the first run makes serves the others. */
    @TempDir
    private static Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void namesOfCommandsAndOptionsAreRecordedAndNoValues(Jdk jdk) throws Exception {
        assertNames(jdk, usual(), "example-jc");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void theNewestVersionIsRecordedInTheSameWay(Jdk jdk) {
        assertNames(jdk, NEWEST, "example-jc");
    }

    /** Before 1.72 it has no method that returns the name of the program. */
    @Test
    void ofTheOldestVersionAllButTheProgramIsRecorded() {
        assertNames(Jdk.own(), OLDEST, "JCommanderTool");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void wrongUsageIsTheError(Jdk jdk) throws Exception {
        int code = jdk.equals(Jdk.own()) ? 2 : 0; // some programs end with 0
        JsonNode run = run(jdk, code, usual(), "remote", "--depth", "3", "add", "--nonsense", "s3cret");

        assertThat(run.path("command").asString()).isEqualTo("remote add");
        assertThat(options(run)).containsExactly("--depth");
        assertThat(run.path("outcome").asString()).isEqualTo("error");
        assertThat(run.path("exit_code").asInt()).isEqualTo(code);
        assertThat(run.path("error").path("type").asString()).isEqualTo("com.beust.jcommander.ParameterException");
        assertThat(run.toString()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void helpIsASuccess(Jdk jdk) throws Exception {
        JsonNode run = run(jdk, usual(), "--help");

        assertThat(run.path("command").asString()).isEqualTo("example-jc");
        assertThat(options(run)).containsExactly("--help");
        assertThat(run.path("outcome").asString()).isEqualTo("success");
        assertThat(run.path("error").isNull()).isTrue();
    }

    private void assertNames(Jdk jdk, Path library, String application) {
        JsonNode run = run(jdk, library, TYPED);

        assertThat(run.path("application").asString()).isEqualTo(application);
        assertThat(run.path("command").asString()).isEqualTo("remote add");
        assertThat(options(run)).containsExactly("--verbose", "--depth", "--token", "-D");
        assertThat(run.path("outcome").asString()).isEqualTo("success");
        assertThat(run.toString()).doesNotContain("s3cret");
    }

    private JsonNode run(Jdk jdk, Path library, String... arguments) {
        return run(jdk, 2, library, arguments);
    }

    private JsonNode run(Jdk jdk, int refusal, Path library, String... arguments) {
        String classPath = Jvm.TEST_CLASSES + File.pathSeparator + library;
        new AgentHome(folder.resolve("home")).keepPlansOnly();
        return Twin.same(jdk, folder, jvm -> jvm.jvm("-Drefusal=" + refusal)
                        .main(classPath, JCommanderTool.class.getName(), arguments))
                .onlyRun();
    }

    private static List<String> options(JsonNode run) {
        return run.path("options").valueStream().map(JsonNode::asString).toList();
    }

    private static Path usual() throws URISyntaxException {
        return Path.of(JCommander.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }
}
