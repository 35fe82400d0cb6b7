package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.example.Tool;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** However a command of picocli ends, it ends as it would without us, and there is one correct record of it. */
final class PicocliEndingsIT {
    /** One for all: the plan that the first run makes serves the others. */
    @TempDir
    private static Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void returningFromACommand(Jdk jdk) throws Exception {
        assertEnded(ended(jdk, "return", "work", "--code=0"), "work", "success", 0);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void exitWithTheCodeOfACommand(Jdk jdk) throws Exception {
        JsonNode run = ended(jdk, "exit", "work", "--code=3");

        assertEnded(run, "work", "error", 3);
        assertThat(run.path("options").values()).extracting(JsonNode::asString).containsExactly("--code");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void exitInsideACommand(Jdk jdk) throws Exception {
        assertEnded(ended(jdk, "exit", "leave", "4"), "leave", "error", 4);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void haltInsideACommand(Jdk jdk) throws Exception {
        assertEnded(ended(jdk, "exit", "leave", "--halt", "4"), "leave", "error", 4);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void anExceptionInACommand(Jdk jdk) throws Exception {
        JsonNode run = ended(jdk, "exit", "fail");

        assertEnded(run, "fail", "error", 1);
        assertThat(run.path("error").path("type").asString()).isEqualTo("java.lang.IllegalStateException");
    }

    /** picocli says on stderr what is wrong and returns 2. */
    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void wrongUsage(Jdk jdk) throws Exception {
        JsonNode run = ended(jdk, "exit", "work", "--nonsense");

        assertThat(run.path("application").asString()).isEqualTo("example-tool");
        assertThat(run.path("outcome").asString()).isEqualTo("error");
        assertThat(run.path("exit_code").asInt()).isEqualTo(2);
        assertThat(run.path("error").path("type").asString()).endsWith("UnmatchedArgumentException");
        assertThat(run.path("error").path("message").isNull())
                .as("it has what was typed")
                .isTrue();
    }

    /** PDFBox does not hand on the exit code that picocli returns. */
    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void wrongUsageOfAToolThatEndsWithZero(Jdk jdk) throws Exception {
        JsonNode run = ended(jdk, "return", "work", "--nonsense");

        assertEnded(run, "work", "error", 0);
        assertThat(run.path("error").path("type").asString()).endsWith("UnmatchedArgumentException");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void aCommandBelowACommandThatStartsAThread(Jdk jdk) throws Exception {
        assertEnded(ended(jdk, "return", "remote", "add"), "remote add", "success", 0);
    }

    /** Whether its name, an alias or wrong options were typed. */
    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void aCommandHasTheNameUnderWhichItIsRegistered(Jdk jdk) throws Exception {
        Twin twin = twin(jdk, "shell", "fromtext", "ft --size=3", "fromtext --size=3 --nonsense");

        List<JsonNode> runs = twin.home().runs();
        assertThat(runs)
                .extracting(run -> run.path("command").asString())
                .containsExactly("fromtext", "fromtext", "fromtext");
        assertThat(runs).extracting(run -> run.path("options").size()).containsExactly(0, 1, 1);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void manyCommandsInOneProcess(Jdk jdk) throws Exception {
        Twin twin = twin(jdk, "shell", "work --code=0", "remote add", "fail");

        List<JsonNode> runs = twin.home().runs();
        assertThat(runs)
                .extracting(run -> run.path("command").asString())
                .containsExactly("work", "remote add", "fail");
        assertThat(runs)
                .extracting(run -> run.path("outcome").asString())
                .containsExactly("success", "success", "error");
        assertThat(runs).extracting(run -> run.path("execution_id").asString()).doesNotHaveDuplicates();
    }

    private JsonNode ended(Jdk jdk, String... arguments) throws URISyntaxException {
        return twin(jdk, arguments).onlyRun();
    }

    private Twin twin(Jdk jdk, String... arguments) throws URISyntaxException {
        String classPath = classPath();
        new AgentHome(folder.resolve("home")).keepPlansOnly();
        return Twin.same(jdk, folder, jvm -> jvm.main(classPath, Tool.class.getName(), arguments));
    }

    /** The tests' applications and picocli. */
    static String classPath() throws URISyntaxException {
        return Jvm.TEST_CLASSES
                + File.pathSeparator
                + Path.of(CommandLine.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI());
    }

    private static void assertEnded(JsonNode run, String command, String outcome, int code) {
        assertThat(run.path("application").asString()).isEqualTo("example-tool");
        assertThat(run.path("command").asString()).isEqualTo(command);
        assertThat(run.path("outcome").asString()).isEqualTo(outcome);
        assertThat(run.path("exit_code").asInt()).isEqualTo(code);
    }
}
