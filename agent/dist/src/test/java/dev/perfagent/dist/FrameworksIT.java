package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.example.Args4jRestTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The table of docs/frameworks.md: each framework at the lowest and at the newest version, with no configuration. */
final class FrameworksIT {
    private static final Path TABLE = Path.of("../../docs/frameworks.md");

    @TempDir
    private Path folder;

    /** The second and third run of each are warm: the names come from a class that is woven by the plan. */
    @ParameterizedTest
    @FieldSource("dev.perfagent.dist.FrameworkCase#ALL")
    void namesAreRecordedAndWrongUsageIsTheError(FrameworkCase framework) throws IOException {
        for (JsonNode run : runs(framework, framework.words())) {
            assertThat(run.path("command").asString()).isEqualTo(framework.command());
            assertThat(options(run)).containsExactlyInAnyOrderElementsOf(framework.options());
            assertThat(run.path("exit_code").asInt()).isZero();
            assertThat(run.path("error").isNull()).isTrue();
        }
        List<JsonNode> wrong = runs(framework, framework.wrong());
        for (int i = 0; i < wrong.size(); i++) {
            JsonNode run = wrong.get(i);
            assertThat(run.path("command").asString()).isEqualTo(framework.command());
            assertThat(run.path("exit_code").asInt())
                    .isEqualTo(refusal(framework.jdks().get(i)));
            assertThat(run.path("outcome").asString()).isEqualTo("error");
            assertThat(run.path("error").path("type").asString()).isEqualTo(framework.refusal());
        }
    }

    @Test
    void helpIsASuccess() throws IOException {
        List<FrameworkCase> some = List.of(
                FrameworkCase.of("args4j", "2.0.23"),
                FrameworkCase.of("jopt-simple", "4.9").onOneJdk());
        for (FrameworkCase framework : some) {
            JsonNode run = runs(framework, List.of("--help")).get(0);

            assertThat(options(run)).containsExactly("--help");
            assertThat(run.path("outcome").asString()).isEqualTo("success");
        }
    }

    /** Log4j has a picocli 2 inside, which hardly anybody uses. */
    @Test
    void aVersionThatIsNotKnownIsReportedWhereItIsLoaded() {
        Path main = Packed.sources(
                folder.resolve("main.jar"),
                "",
                Map.of("Main-Class", "app.Main"),
                "package org.shaded.picocli; public class CommandLine { }",
                "package app; public class Main { public static void main(String[] a) { if (a.length > 0) {"
                        + " new org.shaded.picocli.CommandLine(); } } }");
        AgentHome unused = new AgentHome(folder.resolve("unused"));
        AgentHome used = new AgentHome(folder.resolve("used"));
        Jvm.on(Jdk.own(), folder).agent(unused.option()).jar(main).run();
        Jvm.on(Jdk.own(), folder).agent(used.option()).jar(main, "x").run();

        assertThat(unused.agentLog()).isEmpty();
        assertThat(used.agentLog()).contains("picocli is not fully observed: org.shaded.picocli.CommandLine");
    }

    /** JaCoCo's command-line interface has a relocated args4j, and reads sub-commands in its own way. */
    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void theCommandsOfJacocoAreRecorded(Jdk jdk) throws Exception {
        Path classes = Files.createDirectory(folder.resolve("s3cret"));
        Path jar = FrameworkCase.LIBRARIES.resolve("org.jacoco.cli-0.8.13-nodeps.jar");
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
    void aValueBeforeASecondParserIsNotTakenForACommand() throws IOException {
        FrameworkCase args4j = FrameworkCase.of("args4j", "2.37").in(Args4jRestTool.class);
        JsonNode run = runs(args4j, List.of("s3cret", "--depth", "3")).get(0);

        assertThat(run.path("command").asString()).isEqualTo("Rest");
        assertThat(options(run)).containsExactly("--depth");
    }

    @Test
    void theTableInTheDocumentationListsWhatIsTested() throws Exception {
        String table = Files.readString(TABLE);

        for (FrameworkCase framework : FrameworkCase.ALL) {
            assertThat(table.lines().filter(line -> line.startsWith("| " + framework.framework() + " |")))
                    .as(framework.toString())
                    .anyMatch(line -> line.contains(framework.version()));
        }
    }

    /** The run of those words on each JDK of the case, all at the same time, since there are many. */
    private List<JsonNode> runs(FrameworkCase framework, List<String> words) throws IOException {
        List<Jvm.Started> started = new ArrayList<>();
        for (Jdk jdk : framework.jdks()) {
            started.add(Jvm.on(jdk, folder)
                    .agent(home(framework, jdk).option())
                    .jvm("-XX:TieredStopAtLevel=1") // starts faster
                    .jvm("-Drefusal=" + refusal(jdk))
                    .main(framework.classPath(), framework.program().getName(), words.toArray(new String[0]))
                    .start());
        }
        started.forEach(Jvm.Started::await);
        return framework.jdks().stream()
                .map(jdk -> lastRun(home(framework, jdk)))
                .toList();
    }

    /** The exit code with which the programs end after wrong usage: some programs end with 0. */
    private static int refusal(Jdk jdk) {
        return jdk.equals(Jdk.own()) ? 2 : 0;
    }

    private AgentHome home(FrameworkCase framework, Jdk jdk) {
        return new AgentHome(folder.resolve(framework + " " + jdk));
    }

    private static JsonNode lastRun(AgentHome home) {
        assertThat(home.agentLog()).isEmpty();
        List<JsonNode> runs = home.runs();
        assertThat(runs.toString()).doesNotContain("s3cret");
        return runs.get(runs.size() - 1);
    }

    private static List<String> options(JsonNode run) {
        return run.path("options").valueStream().map(JsonNode::asString).toList();
    }
}
