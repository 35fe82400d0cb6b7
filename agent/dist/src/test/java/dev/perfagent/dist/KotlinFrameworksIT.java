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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;

/** The frameworks of docs/frameworks.md that are written in Kotlin, each with a program that is compiled for its version. */
final class KotlinFrameworksIT {
    private static final Path SOURCES = Path.of("src/test/resources/frameworks");
    private static final String KOTLIN = "kotlin-stdlib-1.9.23";
    private static final String KOTLIN_2 = "kotlin-stdlib-2.1.0";
    private static final String NO_SUCH_OPTION = "com.github.ajalt.clikt.core.NoSuchOption";

    private static final List<Row> ROWS = List.of(
            new Row("clikt", "2.8.0", "CliktTool", "root", 1, NO_SUCH_OPTION, List.of("clikt-2.8.0")),
            new Row("clikt", "3.5.4", "CliktTool", "root", 1, NO_SUCH_OPTION, List.of("clikt-jvm-3.5.4")),
            new Row(
                    "clikt",
                    "4.4.0",
                    "CliktTool",
                    "root",
                    1,
                    NO_SUCH_OPTION,
                    List.of(
                            "clikt-jvm-4.4.0",
                            "mordant-jvm-2.5.0",
                            "colormath-jvm-3.5.0",
                            "markdown-jvm-0.7.0",
                            "jna-5.14.0",
                            "fastutil-core-8.5.12")),
            new Row(
                    "clikt",
                    "5.0.3",
                    "Clikt5Tool",
                    "root",
                    1,
                    "com.github.ajalt.clikt.core.MultiUsageError", // that, and a word too many
                    List.of("clikt-core-jvm-5.0.3", KOTLIN_2)),
            new Row(
                    "kotlinx-cli",
                    "0.3.6",
                    "KotlinxCliTool",
                    "example-kotlinx",
                    127,
                    null,
                    List.of("kotlinx-cli-jvm-0.3.6")));

    @TempDir
    private Path folder;

    /** All but the first run are warm: the names come from a class that is woven by the plan. */
    @ParameterizedTest
    @FieldSource("ROWS")
    void namesAreRecordedAndWrongUsageIsTheError(Row row) throws IOException {
        Path classes = compile(row);
        List<Jvm.Started> started = new ArrayList<>();
        for (Jdk jdk : row.jdks()) {
            started.add(start(jdk, row, classes, "-v", "s3cret", "remote", "--depth", "s3cret", "add", "-t", "s3cret"));
        }
        started.forEach(Jvm.Started::await);
        started.clear();
        for (Jdk jdk : row.jdks()) {
            started.add(start(jdk, row, classes, "remote", "add", "--nonsense", "s3cret"));
        }
        started.forEach(Jvm.Started::await);
        start(Jdk.own(), row, classes, "remote", "--help").await();
        boolean isClikt = row.framework().equals("clikt");
        if (isClikt) {
            String[] line = {"push", "remote", "--depth", "s3cret", "add", "push", "--force", "s3cret"};
            assertThat(start(Jdk.own(), row, classes, line).await().out().lines())
                    .containsExactly("root", "push", "remote", "add", "push");
        }

        for (Jdk jdk : row.jdks()) {
            List<JsonNode> runs = home(jdk).runs();
            JsonNode right = runs.get(0);
            JsonNode wrong = runs.get(1);
            assertThat(runs.toString()).doesNotContain("s3cret");
            assertThat(home(jdk).agentLog()).isEmpty();
            assertThat(right.path("application").asString()).isEqualTo(row.application());
            assertThat(right.path("command").asString()).isEqualTo("remote add");
            assertThat(options(right)).containsExactly("--verbosity", "--depth", "--token");
            assertThat(right.path("outcome").asString()).isEqualTo("success");
            assertThat(wrong.path("command").asString()).isEqualTo("remote add");
            assertThat(wrong.path("exit_code").asInt()).isEqualTo(row.refusalCode());
            assertThat(wrong.path("error").path("type").asString(null)).isEqualTo(row.refusal());
            assertThat(wrong.path("outcome").asString()).isEqualTo("error");
        }
        JsonNode help = home(Jdk.own()).runs().get(2);
        assertThat(help.path("outcome").asString()).isEqualTo("success");
        assertThat(help.path("command").asString()).isEqualTo("remote");
        assertThat(options(help)).containsExactly("--help");
        if (isClikt) { // commands that follow one another
            JsonNode several = home(Jdk.own()).runs().get(3);
            assertThat(several.path("command").asString()).isEqualTo("push remote add");
            assertThat(options(several)).containsExactly("--depth", "--force");
            assertThat(several.path("outcome").asString()).isEqualTo("success");
        }
    }

    @Test
    void theTableInTheDocumentationListsWhatIsTested() throws IOException {
        String table = Files.readString(Path.of("../../docs/frameworks.md"));

        for (Row row : ROWS) {
            assertThat(table.lines().filter(line -> line.startsWith("| " + row.framework() + " |")))
                    .as(row.toString())
                    .anyMatch(line -> line.contains(row.version()));
        }
    }

    private Jvm.Started start(Jdk jdk, Row row, Path classes, String... words) throws IOException {
        return Jvm.on(jdk, folder)
                .agent(home(jdk).option())
                .jvm("-XX:TieredStopAtLevel=1") // starts faster
                .jvm("-Dchain=" + words[0].equals("push"))
                .main(classes + File.pathSeparator + row.classPath(), row.program(), words)
                .start();
    }

    private AgentHome home(Jdk jdk) {
        return new AgentHome(folder.resolve("home " + jdk));
    }

    private Path compile(Row row) throws IOException {
        String source = Files.readString(SOURCES.resolve(row.program() + ".java.txt"));
        return Packed.compile(folder.resolve("classes"), row.classPath(), source);
    }

    private static List<String> options(JsonNode run) {
        return run.path("options").valueStream().map(JsonNode::asString).toList();
    }

    /**
     * A version of a framework.
     *
     * @param refusalCode exit code after wrong usage
     * @param refusal type of the exception for that; null if there is none
     */
    private record Row(
            String framework,
            String version,
            String program,
            String application,
            int refusalCode,
            @Nullable String refusal,
            List<String> jars) {
        /** A version between the lowest and the newest is on one JDK. */
        List<Jdk> jdks() {
            return version.startsWith("3.") || version.startsWith("4.") ? List.of(Jdk.own()) : Jdk.ownAndNewer();
        }

        String classPath() {
            return Stream.concat(jars.stream(), Stream.of(KOTLIN))
                    .map(name -> FrameworkCase.LIBRARIES.resolve(name + ".jar").toString())
                    .collect(Collectors.joining(File.pathSeparator));
        }

        @Override
        public String toString() {
            return framework + " " + version;
        }
    }
}
