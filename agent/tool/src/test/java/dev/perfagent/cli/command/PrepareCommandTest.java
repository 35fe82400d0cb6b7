package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.prepare.Launcher;
import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SamplePlan;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** With a {@code java} that notes what it was told, and leaves what a measured JVM leaves. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script is no program there")
class PrepareCommandTest {
    private static final String NAME = "ghpm.jar-00000000000000aa";

    @TempDir
    private Path folder;

    private Path home;
    private Path jar;
    private Path java;
    private final Map<String, String> environment = new LinkedHashMap<>();

    @BeforeEach
    void layOut() throws IOException {
        home = folder.resolve("home");
        jar = Files.writeString(folder.resolve("perf-agent.jar"), "a jar");
        java = folder.resolve("java");
        environment.put("PERF_AGENT_HOME", home.toString());
        keep("made", true);
        java("cp -r made/. home");
    }

    @Test
    void thePlanThatWasMadeIsTold() {
        ToolRun run = prepare("prepare", "--", java.toString(), "-jar", "ghpm.jar");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("perf-agent: the command ended with exit code 0\nperf-agent: a plan was made:\n  file  ")
                .contains("  application    ghpm 2.0.0, main class com.example.Main\n")
                .contains("  classes        3 woven, 1 left alone\n")
                .contains("did you mean 'enabled'?")
                .contains("perf-agent: later runs use it while ");
        assertThat(run.err().replaceAll("\\s", "")).contains(home + "/plans/" + NAME + ".plan");
    }

    @Test
    void javaGetsTheFlagAndAllItsArguments() throws IOException {
        Files.createDirectory(folder.resolve("conf"));
        String conf = folder.resolve("conf").toString();

        prepare("prepare", "--config", conf, java.toString(), "-jar", "a b.jar", "--help", "--", "--home", "@x");

        assertThat(Files.readString(folder.resolve("arguments")))
                .isEqualTo("-javaagent:" + jar + "=home=" + home + ",config=" + conf
                        + "\n-jar\na b.jar\n--help\n--\n--home\n@x\n");
    }

    @Test
    void aHomeOnTheCommandLineIsTheCommandsToo() throws IOException {
        Path other = folder.resolve("other");
        java("cp -r made other");

        ToolRun run = prepare("prepare", "--home", other.toString(), "--", java.toString(), "X");

        assertThat(run.err()).contains("a plan was made");
        assertThat(Files.readString(folder.resolve("arguments"))).startsWith("-javaagent:" + jar + "=home=" + other);
    }

    @Test
    void aScriptGetsTheFlagInAVariable() throws IOException {
        environment.put("JAVA_TOOL_OPTIONS", "-ea");
        Path script = script("ghpm", "cp -r made/. home; echo \"$JAVA_TOOL_OPTIONS\" > options");

        ToolRun run = prepare("prepare", script.toString());

        assertThat(run.code()).isZero();
        assertThat(Files.readString(folder.resolve("options")))
                .startsWith("-ea ")
                .contains("-javaagent:" + jar + "=home=" + home);
    }

    @Test
    void aCommandThatFailsThoughThereIsAPlanIsAVerdict() throws IOException {
        java("cp -r made/. home; exit 5");

        ToolRun run = prepare("prepare", "--", java.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("exit code 5\n").contains("a plan was made");
    }

    @Test
    void withoutAPlanTheLogTellsWhy() throws IOException {
        SampleHome.append(home.resolve("agent.log"), "long ago\n");
        java("echo 'the disk is full' >> home/agent.log");

        ToolRun run = prepare("prepare", "--", java.toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).endsWith("perf-agent: no plan could be made:\n  the disk is full\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "exit 4"})
    void withoutAPlanOrALogItIsGuessedWhy(String script) throws IOException {
        java(script);
        environment.put("PERF_AGENT_ENABLED", "true");

        ToolRun run = prepare("prepare", "--", java.toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("no JVM that the agent measures ended normally");
    }

    @Test
    void anAgentThatIsSwitchedOffIsTold() throws IOException {
        java("true");
        environment.put("PERF_AGENT_ENABLED", "False");

        assertThat(prepare("prepare", "--", java.toString()).err())
                .contains("PERF_AGENT_ENABLED=False switches the agent off");
    }

    @Test
    void aHomeThatCannotBeWrittenToIsTold() throws IOException {
        java("true");
        Files.writeString(folder.resolve("file"), "in the way");
        environment.put("PERF_AGENT_HOME", folder.resolve("file/home").toString());

        ToolRun run = prepare("prepare", "--", java.toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .endsWith(
                        "home' cannot be read: a part of its path is not a folder; correct --home or PERF_AGENT_HOME\n");
    }

    @Test
    void aWarmRunHasNothingToMake() throws IOException {
        SamplePlan.save(home, NAME, SamplePlan.key(jar.toString(), null), true, Instant.now());
        SamplePlan.save(home, "elsewhere", SamplePlan.key(jar.toString(), "/etc/x"), true, Instant.now());
        leavesARun("warm");

        ToolRun run = prepare("prepare", "--", java.toString());

        assertThat(run.code()).isZero();
        assertThat(run.err())
                .contains("there was a plan already, and the run used it:\n")
                .doesNotContain("elsewhere");
    }

    @Test
    void aColdRunThatKeptNothingHasNoPlan() throws IOException {
        SamplePlan.save(home, NAME, SamplePlan.key(jar.toString(), null), true, Instant.now());
        leavesARun("cold");

        assertThat(prepare("prepare", "--", java.toString()).code()).isEqualTo(3);
    }

    @Test
    void whereRunsAreNotKeptItCannotBeToldWhetherOneWasWarm() throws IOException {
        SamplePlan.save(home, NAME, SamplePlan.key(jar.toString(), null), false, Instant.now());
        java("true");

        ToolRun run = prepare("prepare", "--", java.toString());

        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("whether the run used one is not known");
    }

    @Test
    void aPlanThatIsWrittenAgainIsMade() throws IOException {
        keep("home", true);

        assertThat(prepare("prepare", "--", java.toString()).err()).contains("a plan was made");
    }

    @Test
    void aCommandThatBringsTheFlagIsLeftAsItIs() throws IOException {
        environment.put("JDK_JAVA_OPTIONS", "-javaagent:" + jar + "=quiet=true,home=" + folder.resolve("other"));
        java("cp -r made other");

        ToolRun run = prepare("prepare", "--", java.toString(), "X");

        assertThat(run.code()).isZero();
        assertThat(Files.readString(folder.resolve("arguments"))).isEqualTo("X\n");
        ToolRun twice = prepare("prepare", "--home", "h", "--", java.toString(), "X");
        assertThat(twice.code()).isEqualTo(2);
        assertThat(twice.err()).contains("the agent's flag is in JDK_JAVA_OPTIONS already");
    }

    @Test
    void whatCannotBeStartedIsAFailure() {
        ToolRun run = prepare("prepare", "--", folder.resolve("nothing").toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).startsWith("perf-agent: cannot run ").contains("there is no such program or folder");
    }

    @Test
    void aConfigurationFolderHasToBeThere() {
        ToolRun run = prepare("prepare", "--config", "nowhere", "--", java.toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("the configuration folder 'nowhere' does not exist");
    }

    @Test
    void outsideOfItsJarItCannotDoIt() {
        assertThat(start(null, "prepare", "java").err())
                .isEqualTo("perf-agent: prepare needs the packed perf-agent.jar\n");
        ToolRun run = start(Path.of("/a=b/perf-agent.jar"), "prepare", "java");
        assertThat(run.err()).contains("treats what follows '='");
        assertThat(run.code()).isEqualTo(3);
    }

    @Test
    void programsAreToldOnStandardOutput() throws IOException {
        java("cp -r made/. home; echo of-the-command; exit 5");

        ToolRun run = prepare("prepare", "--format", "json", "--", java.toString());

        JsonNode result = JsonMapper.builder().build().readTree(run.out());
        assertThat(result.path("result").asString()).isEqualTo("made");
        assertThat(result.path("exit_code").asInt()).isEqualTo(5);
        assertThat(result.path("plans").get(0).path("name").asString()).isEqualTo(NAME);
        assertThat(result.path("reasons")).isEmpty();
        assertThat(Files.readString(folder.resolve("aside"))).isEqualTo("true");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--archive", "--write"})
    void aFileThatCannotBeWrittenIsSaidBeforeAnythingRuns(String option) throws IOException {
        java("true");

        ToolRun missing = prepare("prepare", option, folder.resolve("none/file").toString(), "--", java.toString());
        ToolRun inTheWay = prepare("prepare", option, folder.toString(), "--", java.toString());

        assertThat(missing.err())
                .contains(option + " ")
                .contains("there is no folder " + folder.resolve("none") + "; create it first");
        assertThat(inTheWay.err()).contains(option + " " + folder + ": it is a folder; name a file in it");
        assertThat(List.of(missing.code(), inTheWay.code())).containsOnly(2);
        assertThat(folder.resolve("arguments")).doesNotExist();
    }

    @Test
    void optionsOfAnAgentThatCannotBeUsedAreNotWritten() throws IOException {
        script(
                "java",
                "cp -r " + folder.resolve("made") + "/. " + home + "\n"
                        + "case \"$*\" in *show*) echo 'java.specification.version = 25' >&2;; *-javaagent*) echo more; esac");
        Path options = folder.resolve("x.args");

        ToolRun run = prepare("prepare", "--write", options.toString(), "--", java.toString());

        assertThat(run.err())
                .contains("The agent cannot be used with this command: it prints something else: more")
                .contains("perf-agent: did not write " + options);
        assertThat(options).doesNotExist();
        assertThat(run.code()).isEqualTo(1);
    }

    private void leavesARun(String plan) throws IOException {
        String line = SampleRun.plain("a", "2026-11-20T10:00:00Z").line().replace("\"warm\"", "\"" + plan + "\"");
        Files.writeString(folder.resolve("run"), line + "\n");
        java("mkdir -p home/history/date=2026-11-20; cp run home/history/date=2026-11-20/build-7.ndjson");
    }

    private void keep(String at, boolean keepsRuns) throws IOException {
        SamplePlan.save(folder.resolve(at), NAME, SamplePlan.KEY, keepsRuns, Instant.parse("2026-11-20T10:00:00Z"));
    }

    private void java(String lines) throws IOException {
        script("java", "for word; do echo \"$word\"; done > arguments\n" + lines);
    }

    private Path script(String name, String lines) throws IOException {
        Path script = Files.writeString(folder.resolve(name), "#!/bin/sh\nPATH=/bin:/usr/bin\n" + lines + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    private ToolRun prepare(String... arguments) {
        return start(jar, arguments);
    }

    private ToolRun start(@Nullable Path agentJar, String... arguments) {
        Launcher launcher = (command, aside) -> {
            Files.writeString(folder.resolve("aside"), Boolean.toString(aside));
            ProcessBuilder builder = new ProcessBuilder(command.words())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile());
            builder.environment().clear();
            builder.environment().putAll(command.environment());
            try {
                return builder.start().waitFor();
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
        };
        return ToolRun.starting(environment, agentJar, launcher, arguments);
    }
}
