package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;

/** Each line that Spring Shell evaluates is a run, and so is the only line of a process without a shell. */
final class SpringShellIT {
    private static final Path SOURCES = Path.of("src/test/resources/frameworks");
    private static final String FOR_3 = "// since 3.0";
    private static final String FAILED = " 1 java.lang.IllegalStateException failed";
    private static final String LISTED = "remote [] 0";
    private static final String CONVERSION = "org.springframework.core.convert.ConversionFailedException";
    private static final String PARSER =
            "org.springframework.shell.command.CommandExecution$CommandParserExceptionsException";

    private static final List<String> SPRING_5 = List.of(
            "spring-core-5.3.31",
            "spring-jcl-5.3.31",
            "spring-context-5.3.31",
            "spring-beans-5.3.31",
            "jakarta.validation-api-2.0.2",
            "hibernate-validator-6.2.5.Final",
            "jboss-logging-3.6.1.Final",
            "classmate-1.7.0",
            "tomcat-embed-el-9.0.83");
    private static final List<String> SPRING_7 = List.of(
            "spring-core-7.0.3",
            "commons-logging-1.3.5",
            "spring-context-7.0.3",
            "spring-beans-7.0.3",
            "jakarta.validation-api-3.1.1",
            "hibernate-validator-9.0.1.Final",
            "jboss-logging-3.6.1.Final",
            "classmate-1.7.0",
            "tomcat-embed-el-10.1.52");

    private static final List<Row> ROWS = List.of(
            new Row(
                    "2.0.0.RELEASE",
                    "SpringShell2Tool",
                    List.of(
                            "remote add [--depth, --token] 0",
                            "fail []" + FAILED,
                            "remote add [] 1 " + CONVERSION,
                            "SpringShell2Tool [] 1 org.springframework.shell.CommandNotFound",
                            LISTED),
                    with(SPRING_5, "spring-shell-standard-2.0.0.RELEASE")),
            new Row(
                    "2.1.15",
                    "SpringShell3Tool",
                    List.of(
                            "remote add [--depth, --token] 0",
                            "fail []" + FAILED,
                            "remote add [--depth, --force, --token] 1 " + CONVERSION,
                            "SpringShell3Tool [] 1 org.springframework.shell.CommandNotFound",
                            LISTED),
                    with(SPRING_5, "spring-messaging-5.3.31", "slf4j-api-2.0.17", "jline-3.24.1")),
            new Row(
                    "3.4.2",
                    "SpringShell3Tool",
                    List.of(
                            "remote add [--depth, --token] 0",
                            "fail [] 7 java.lang.IllegalStateException failed",
                            "remote add [--depth, --force, --token] 2 " + PARSER,
                            "SpringShell3Tool [] 1 org.springframework.shell.CommandNotFound",
                            LISTED),
                    with(SPRING_7, "spring-messaging-5.3.31", "slf4j-api-2.0.17", "jline-3.24.1")),
            new Row(
                    "4.0.1",
                    "SpringShell4Tool",
                    List.of(
                            "remote add [--depth, --token] 0",
                            "fail []" + FAILED,
                            "SpringShell4Tool [] 1 java.lang.IllegalArgumentException",
                            "SpringShell4Tool [] 1 org.springframework.shell.core.command.CommandNotFoundException",
                            LISTED),
                    SPRING_7));

    @TempDir
    private Path folder;

    /** The second process is warm, and has one line. */
    @ParameterizedTest
    @FieldSource("ROWS")
    void eachLineIsARun(Row row) throws IOException {
        Path classes = compile(row);
        List<Jvm.Started> started = new ArrayList<>();
        for (Jdk jdk : row.jdks()) {
            started.add(start(jdk, row, classes, row.lines()));
        }
        started.forEach(Jvm.Started::await);
        started.clear();
        for (Jdk jdk : row.jdks()) {
            started.add(start(jdk, row, classes, "remote add -t s3cret --depth 3"));
        }
        started.forEach(Jvm.Started::await);

        for (Jdk jdk : row.jdks()) {
            List<JsonNode> runs = home(jdk).runs();
            assertThat(home(jdk).agentLog()).isEmpty();
            assertThat(runs.toString()).doesNotContain("s3cret");
            assertThat(runs)
                    .extracting(SpringShellIT::facts)
                    .startsWith(row.runs().toArray(new String[0]));
            JsonNode alone = runs.get(runs.size() - 1);
            assertThat(runs).hasSize(row.runs().size() + 1);
            assertThat(facts(alone)).startsWith("remote add [--").endsWith(" 0");
            assertThat(alone.at("/self/plan").asString()).isEqualTo("warm");
        }
    }

    @Test
    void theTableInTheDocumentationListsWhatIsTested() throws IOException {
        String table = Files.readString(Path.of("../../docs/frameworks.md"));

        for (Row row : ROWS) {
            assertThat(table.lines().filter(line -> line.startsWith("| spring-shell |")))
                    .as(row.toString())
                    .anyMatch(line -> line.contains(row.version().replace(".RELEASE", "")));
        }
    }

    /** Command, options, exit code, and what was wrong. */
    private static String facts(JsonNode run) {
        JsonNode error = run.path("error");
        String all = run.path("command").asString()
                + ' '
                + run.path("options")
                        .valueStream()
                        .map(JsonNode::asString)
                        .sorted()
                        .toList()
                + ' '
                + run.path("exit_code").asInt();
        String type = error.path("type").asString(null);
        String message = error.path("message").asString(null);
        assertThat(run.path("outcome").asString()).isEqualTo(type == null ? "success" : "error");
        return all + (type == null ? "" : ' ' + type) + (message == null ? "" : ' ' + message);
    }

    private Jvm.Started start(Jdk jdk, Row row, Path classes, String... lines) throws IOException {
        return Jvm.on(jdk, folder)
                .agent(home(jdk).option())
                .main(classes + File.pathSeparator + row.classPath(), row.program(), lines)
                .start();
    }

    private AgentHome home(Jdk jdk) {
        return new AgentHome(folder.resolve("home " + jdk));
    }

    /** Without the lines for newer versions. */
    private Path compile(Row row) throws IOException {
        String source = Files.readString(SOURCES.resolve(row.program() + ".java.txt"))
                .lines()
                .filter(line -> !line.endsWith(FOR_3) || row.version().startsWith("3."))
                .collect(Collectors.joining("\n"));
        return Packed.compile(folder.resolve("classes"), row.classPath(), source);
    }

    private static List<String> with(List<String> jars, String... more) {
        return Stream.concat(jars.stream(), Stream.of(more)).toList();
    }

    /**
     * A version of Spring Shell.
     *
     * @param runs facts of the runs of {@link #lines}
     * @param jars what it needs beside its own jar
     */
    private record Row(String version, String program, List<String> runs, List<String> jars) {
        /** The empty line is none. Before version 4 a command may have a second name. */
        String[] lines() {
            String other = version.startsWith("4.") ? "remote add" : "remote plus";
            return new String[] {
                "remote add --depth 3 -t s3cret",
                "",
                "fail",
                version.startsWith("2.0")
                        ? other + " --force --token s3cret -d s3cret"
                        : other + " --force -d s3cret --token",
                "s3cret",
                "remote"
            };
        }

        /** A version between the lowest and the newest is on one JDK. */
        List<Jdk> jdks() {
            return version.startsWith("2.1") ? List.of(Jdk.own()) : Jdk.ownAndNewer();
        }

        String classPath() {
            return Stream.concat(Stream.of("spring-shell-core-" + version), jars.stream())
                    .map(name -> FrameworkCase.LIBRARIES.resolve(name + ".jar").toString())
                    .collect(Collectors.joining(File.pathSeparator));
        }

        @Override
        public String toString() {
            return "Spring Shell " + version;
        }
    }
}
