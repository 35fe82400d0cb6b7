package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.example.Argparse4jTool;
import org.example.Args4jOldTool;
import org.example.Args4jRestTool;
import org.example.Args4jTool;
import org.example.JOptSimpleTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The table of docs/frameworks.md: each framework at the lowest and at the newest version, with no configuration. */
final class FrameworksIT {
    private static final Path LIBRARIES = Path.of("target/framework-lib").toAbsolutePath();
    private static final Path TABLE = Path.of("../../docs/frameworks.md");

    @TempDir
    private Path folder;

    /**
     * A framework with a small program that uses it.
     *
     * @param words what is typed; with a secret in each value
     * @param wrong what is typed wrongly
     * @param refusal type of the exception for that
     */
    private record Case(
            String framework,
            String version,
            Class<?> program,
            List<String> words,
            String command,
            List<String> options,
            List<String> wrong,
            String refusal) {
        @Override
        public String toString() {
            return framework + " " + version;
        }
    }

    private static Case args4j(String version) {
        return new Case(
                "args4j",
                version,
                Args4jTool.class,
                List.of(
                        "--verbose",
                        "remote",
                        "--depth",
                        "3",
                        "add",
                        "--token",
                        "s3cret",
                        "https://s3cret.example.com"),
                "remote add",
                List.of("-v", "--depth", "--token"),
                List.of("remote", "add", "--nonsense", "s3cret"),
                "org.kohsuke.args4j.CmdLineException");
    }

    private static Case joptSimple(String version) {
        return new Case(
                "jopt-simple",
                version,
                JOptSimpleTool.class,
                List.of("-v", "--token", "s3cret", "-q", "s3cret"),
                "JOptSimpleTool",
                List.of("--verbose", "--token", "-q"),
                List.of("--nonsense", "s3cret"),
                "joptsimple.UnrecognizedOptionException");
    }

    private static Case argparse4j(String version) {
        return new Case(
                "argparse4j",
                version,
                Argparse4jTool.class,
                List.of("--verbose", "remote", "--depth=3", "add", "-t", "s3cret", "s3cret.example.com"),
                "remote add",
                List.of("--verbose", "--depth", "--token"),
                List.of("remote", "add", "--nonsense", "s3cret"),
                "net.sourceforge.argparse4j.internal.UnrecognizedArgumentException");
    }

    private static final List<Case> CASES = List.of(
            new Case(
                    "args4j",
                    "2.0.1",
                    Args4jOldTool.class,
                    List.of("-verbose", "-token", "s3cret"),
                    "Args4jOldTool",
                    List.of("-verbose", "-token"),
                    List.of("-nonsense", "s3cret"),
                    "org.kohsuke.args4j.CmdLineException"),
            args4j("2.0.23"),
            args4j("2.37"),
            argparse4j("0.4.0"),
            argparse4j("0.9.0"),
            joptSimple("4.9"),
            joptSimple("6.0-alpha-3"));

    static Stream<Arguments> cases() {
        return Jdk.all().stream().flatMap(jdk -> CASES.stream().map(each -> Arguments.of(jdk, each)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void namesAreRecordedAndWrongUsageIsTheError(Jdk jdk, Case framework) {
        JsonNode run = run(jdk, framework, "right", framework.words());

        assertThat(run.path("command").asString()).isEqualTo(framework.command());
        assertThat(options(run)).containsExactlyInAnyOrderElementsOf(framework.options());
        assertThat(run.path("exit_code").asInt()).isZero();
        assertThat(run.path("error").isNull()).isTrue();

        JsonNode refused = run(jdk, framework, "wrong", framework.wrong());

        assertThat(refused.path("command").asString()).isEqualTo(framework.command());
        assertThat(refused.path("exit_code").asInt()).isEqualTo(2);
        assertThat(refused.path("outcome").asString()).isEqualTo("error");
        assertThat(refused.path("error").path("type").asString()).isEqualTo(framework.refusal());
    }

    @Test
    void helpIsASuccess() {
        for (Case framework : List.of(args4j("2.37"), joptSimple("6.0-alpha-3"))) {
            JsonNode run = run(Jdk.all().get(0), framework, framework.framework(), List.of("--help"));

            assertThat(options(run)).containsExactly("--help");
            assertThat(run.path("outcome").asString()).isEqualTo("success");
        }
    }

    /** JaCoCo's command-line interface has a relocated args4j, and reads sub-commands in its own way. */
    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void theCommandsOfJacocoAreRecorded(Jdk jdk) throws Exception {
        Path classes = Files.createDirectory(folder.resolve("s3cret"));
        Path jar = LIBRARIES.resolve("org.jacoco.cli-0.8.13-nodeps.jar");
        String[] words = {"classinfo", classes.toString(), "--verbose"};

        JsonNode run = Twin.same(jdk, folder, jvm -> jvm.jar(jar, words)).onlyRun();
        AgentHome warm = new AgentHome(folder.resolve("home"));
        Jvm.on(jdk, folder)
                .agent(warm.option())
                .jar(jar, "classinfo", classes.toString())
                .run();
        assertThat(warm.runs())
                .as("with an argument last, and with an option")
                .extracting(each -> each.path("command").asString())
                .containsExactly("classinfo", "classinfo");

        assertThat(run.path("command").asString()).isEqualTo("classinfo");
        assertThat(options(run)).containsExactly("--verbose");
        assertThat(run.path("exit_code").asInt()).isZero();
        assertThat(run.path("application_version").asString()).startsWith("0.8.13");
    }

    @Test
    void aValueBeforeASecondParserIsNotTakenForACommand() {
        Case args4j = args4j("2.37");
        JsonNode run = run(
                Jdk.all().get(0),
                new Case(
                        args4j.framework(),
                        args4j.version(),
                        Args4jRestTool.class,
                        List.of(),
                        "",
                        List.of(),
                        List.of(),
                        ""),
                "rest",
                List.of("s3cret", "--depth", "3"));

        assertThat(run.path("command").asString()).isEqualTo("Rest");
        assertThat(options(run)).containsExactly("--depth");
    }

    @Test
    void theTableInTheDocumentationListsWhatIsTested() throws Exception {
        String table = Files.readString(TABLE);

        for (Case framework : CASES) {
            assertThat(table.lines().filter(line -> line.startsWith("| " + framework.framework() + " |")))
                    .as(framework.toString())
                    .anyMatch(line -> line.contains(framework.version()));
        }
    }

    private JsonNode run(Jdk jdk, Case framework, String name, List<String> words) {
        AgentHome home = new AgentHome(folder.resolve(name));
        String library = LIBRARIES
                .resolve(framework.framework() + "-" + framework.version() + ".jar")
                .toString();
        Jvm.on(jdk, folder)
                .agent(home.option())
                .main(
                        Jvm.TEST_CLASSES + File.pathSeparator + library,
                        framework.program().getName(),
                        words.toArray(new String[0]))
                .run();
        assertThat(home.agentLog()).isEmpty();
        JsonNode run = home.onlyRun();
        assertThat(run.toString()).doesNotContain("s3cret");
        return run;
    }

    private static List<String> options(JsonNode run) {
        return run.path("options").valueStream().map(JsonNode::asString).toList();
    }
}
