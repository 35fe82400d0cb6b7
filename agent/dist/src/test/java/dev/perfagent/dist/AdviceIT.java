package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.example.Endings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code optimize} says to type, typed: with the agent and without, the tool does what it does without any archive. */
final class AdviceIT {
    @TempDir
    private Path folder;

    private AgentHome home;
    private Path jar = Path.of("");

    @BeforeEach
    void pack() {
        home = new AgentHome(folder.resolve("home"));
        jar = Packed.classes(folder.resolve("endings.jar"), Endings.class);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void theCommandsWorkWithTheAgentAndWithout(Jdk jdk) throws IOException {
        Jvm.Ended plain = Jvm.on(jdk, folder).jar(jar, "return").run();
        List<String[]> commands = advised(jdk);
        assertThat(commands).hasSize(2);

        Jvm.Ended made = Jvm.on(jdk, folder).program(commands.get(0)).run();
        assertThat(made.exitCode()).as(made.out() + made.stderr()).isZero();

        assertSame(plain, Jvm.on(jdk, folder).program(commands.get(1)).run());
        assertSame(
                plain,
                Jvm.on(jdk, folder)
                        .agent(home.option())
                        .program(commands.get(1))
                        .run());
        assertSame(
                plain,
                Jvm.on(jdk, folder)
                        .agent(home.option())
                        .program(commands.get(1))
                        .run());
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void shortRunsMayDoWithTheFirstCompiler(Jdk jdk) {
        Jvm.Ended plain = Jvm.on(jdk, folder).jar(jar, "return").run();

        for (Jvm jvm : List.of(Jvm.on(jdk, folder), Jvm.on(jdk, folder).agent(home.option()))) {
            assertSame(
                    plain, jvm.jvm("-XX:TieredStopAtLevel=1").jar(jar, "return").run());
        }
    }

    /** Why the advice is to make it without any agent. */
    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void theJvmMakesNoClassArchiveUnderAnAgent(Jdk jdk) {
        Jvm.Ended ended = Jvm.on(jdk, folder)
                .agent(home.option())
                .jvm("-XX:ArchiveClassesAtExit=" + folder.resolve("no.jsa"))
                .jar(jar, "return")
                .run();

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out())
                .contains("Error occurred during CDS dumping")
                .containsAnyOf("AllowArchivingWithJavaAgent", "JVMTI agent");
        assertThat(folder.resolve("no.jsa")).doesNotExist();
    }

    private static void assertSame(Jvm.Ended plain, Jvm.Ended ended) {
        assertThat(ended.out()).isEqualTo(plain.out());
        assertThat(ended.stderr()).isEqualTo(plain.stderr());
        assertThat(ended.exitCode()).isEqualTo(plain.exitCode());
    }

    /** The words after {@code java} of each command, for our program. */
    private List<String[]> advised(Jdk jdk) throws IOException {
        Path past = folder.resolve("past");
        Path day = Files.createDirectories(past.resolve("history/date=2024-11-10"));
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            lines.append(SLOW_START.replace("ID", "run" + i).replace("JDK", jdk.feature() + ".0.1"))
                    .append('\n');
        }
        Files.writeString(day.resolve("host.ndjson"), lines);
        Jvm.Ended optimized = Jvm.on(jdk, folder)
                .environment("PERF_AGENT_HOME", past.toString())
                .jar(Jvm.AGENT, "optimize", "--analyze-startup", "--format", "json")
                .run();
        JsonNode advice = JsonMapper.shared().readTree(optimized.out()).path("advice");
        assertThat(advice).as(optimized.out() + optimized.stderr()).hasSize(1);
        return advice.path(0)
                .path("commands")
                .valueStream()
                .map(JsonNode::asString)
                .map(command -> command.replace("your-tool.jar", jar.toString()).replace("ARGUMENTS", "return"))
                .map(command -> command.substring("java ".length()).split(" "))
                .toList();
    }

    private static final String SLOW_START = """
        {"schema":1,"execution_id":"ID","timestamp":"2024-11-10T08:00:00Z","end_timestamp":"2024-11-10T08:00:01Z",\
        "application":"endings","command":"","outcome":"success","exit_code":0,"duration":{"total_ms":600.0,\
        "process_ms":1000.0,"jvm_startup_ms":300.0,"phases":{}},"resource_usage":{"classes_loaded":4000},\
        "environment":{"jdk":"JDK","fingerprint":"a"},"self":{"plan":"warm"},"alerts":[]}\
        """;
}
