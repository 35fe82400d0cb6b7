package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.example.Endings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where alerts go, seen from outside the measured process. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "programs here are shell scripts")
final class ChannelsIT {
    private static final String STARTED = "started" + System.lineSeparator();

    @TempDir
    private Path folder;

    private AgentHome home;
    private Path config;

    @BeforeEach
    void configure() throws IOException {
        home = new AgentHome(folder.resolve("home"));
        config = Files.createDirectory(folder.resolve("config"));
        Files.writeString(
                config.resolve("benchmarks.yml"),
                "benchmarks:\n  commands:\n    Endings: { max_acceptable_ms: 0.001 }\n");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void aProgramGetsTheAlertsAndHoldsNobodyUp(Jdk jdk) throws IOException {
        Path got = folder.resolve("got");
        // It outlives the application by far, and holds on to all it was given.
        Path program = script("cat >'" + got + ".part'; mv '" + got + ".part' '" + got + "'; exec sleep 60");
        channel("command", "command: ['" + program + "']\n");
        // The shell ends when cat has seen the end of the application's output, and of everybody's who could write
        // there.
        Jvm.Ended ended = Jvm.on(jdk, folder)
                .inside("sh", "-c", "{ \"$@\" 2>&1; echo \"code $?\"; } | cat", "sh")
                .agent(home.option(), "config=" + config)
                .main(Endings.class, "exit", "3")
                .run();

        assertThat(ended.out()).isEqualTo(STARTED + "code 3\n");
        Wait.until(() -> Files.exists(got), () -> "the program got nothing; agent.log: " + home.agentLog());
        long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
        assertThat(ProcessHandle.of(pid)).hasValueSatisfying(left -> left.destroy());
        JsonNode stated = new JsonMapper().readTree(Files.readString(got));
        assertThat(stated.path("execution_id").asString())
                .isEqualTo(home.onlyRun().path("execution_id").asString());
        assertThat(stated.path("alerts")).isEqualTo(home.onlyRun().path("alerts"));
        assertThat(home.files("outbox")).isEmpty();
        assertThat(home.agentLog()).isEmpty();
    }

    @Test
    void aProgramThatCannotBeStartedIsToldAndHoldsNobodyUp() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain"), "#!/bin/sh\n");
        for (Path program : List.of(folder.resolve("missing"), plain)) {
            channel("command", "command: ['" + program + "', x]\n");
            Jvm.Ended ended = run();

            assertThat(ended.exitCode()).isEqualTo(3);
            assertThat(ended.out()).isEqualTo(STARTED);
            assertThat(ended.stderr())
                    .isEqualTo("perf-agent: the command for alerts, '" + program
                            + "' in alerts.yml, could not be started; agent.log says why" + System.lineSeparator());
            assertThat(home.agentLog()).contains("could not be started", program.toString());
        }
        assertThat(home.files("outbox")).isEmpty();
        assertThat(home.runs()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void gitHubGetsAnnotationsOnStderrAndASummary(Jdk jdk) throws IOException {
        channel("github", "");
        Path summary = Files.writeString(folder.resolve("summary"), "# Mine\n");
        Jvm.Ended ended = Jvm.on(jdk, folder)
                .agent(home.option(), "config=" + config)
                .environment("GITHUB_ACTIONS", "true")
                .environment("GITHUB_STEP_SUMMARY", summary.toString())
                .main(Endings.class, "exit", "3")
                .run();

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.out()).isEqualTo(STARTED);
        assertThat(ended.stderr().lines())
                .singleElement()
                .asString()
                .matches("::error title=Endings%3A PERFORMANCE ALERT%3A Command 'Endings' [^:,]+::Current: .*");
        assertThat(Files.readString(summary))
                .startsWith("# Mine\n\n### perf-agent: 1 alert on Endings\n\n|")
                .contains("| critical | PERFORMANCE ALERT\\: Command 'Endings' ");
        assertThat(home.agentLog()).isEmpty();
    }

    @Test
    void anywhereElseThereIsNothingForGitHub() throws IOException {
        channel("github", "");
        Path summary = Files.createFile(folder.resolve("summary"));
        Jvm.Ended ended = Jvm.on(Jdk.own(), folder)
                .agent(home.option(), "config=" + config)
                .environment("GITHUB_ACTIONS", "")
                .environment("GITHUB_STEP_SUMMARY", summary.toString())
                .main(Endings.class, "exit", "3")
                .run();

        assertThat(ended.stderr()).isEmpty();
        assertThat(summary).isEmptyFile();
        assertThat(home.onlyRun().path("alerts")).isNotEmpty();
    }

    @Test
    void aSummaryThatIsMissingIsToldInTheLogOnly() throws IOException {
        channel("github", "");
        Jvm.Ended ended = Jvm.on(Jdk.own(), folder)
                .agent(home.option(), "config=" + config)
                .environment("GITHUB_ACTIONS", "true")
                .environment("GITHUB_STEP_SUMMARY", folder.resolve("none").toString())
                .main(Endings.class, "exit", "3")
                .run();

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.stderr().lines()).hasSize(1);
        assertThat(home.agentLog()).contains("job summary");
    }

    /** A page of the log is left on a disk that is full then: the block that is cut off swallows none of the next run's. */
    @Test
    @NeedsProgram({"unshare", "-rm", "true"})
    void aDiskThatFillsUpInTheMiddleOfABlock() throws Exception {
        channel("log", "");
        Files.createDirectory(home.folder());
        String log = home.folder() + "/alerts.log";
        String zeros = home.folder() + "/zeros";
        String script = "mount -t tmpfs -o size=256k none '" + home.folder() + "'; chmod 700 '" + home.folder() + "';"
                + " { head -c 4030 /dev/zero | tr '\\0' x; printf '\\n\\n'; } >'" + log + "'; chmod 600 '" + log + "';"
                + " cat /dev/zero >'" + zeros + "' 2>/dev/null;"
                + " \"$@\"; echo \"code $?\"; rm '" + zeros + "'; \"$@\"; echo \"code $?\"; cp '" + log + "' '" + folder
                + "/copy'";
        Jvm.Ended ended = Jvm.on(Jdk.own(), folder)
                .inside("unshare", "-rm", "sh", "-c", script, "sh")
                .agent(home.option(), "config=" + config)
                .main(Endings.class, "exit", "3")
                .run();

        assertThat(ended.out()).isEqualTo(STARTED + "code 3\n" + STARTED + "code 3\n");
        assertThat(ended.stderr())
                .containsOnlyOnce("perf-agent: this run is not recorded, and agent.log cannot be written: ")
                .hasLineCount(1);
        String[] blocks = Files.readString(folder.resolve("copy")).strip().split("\n\n", -1);
        assertThat(blocks[0]).isEqualTo("x".repeat(4030));
        assertThat(blocks).hasSize(3);
        assertThat(blocks[1]).matches("\\d{4}-[^\n]*"); // as much as there was room for
        assertThat(blocks[2].lines())
                .hasSizeGreaterThanOrEqualTo(3)
                .first()
                .asString()
                .endsWith(" Endings: Endings");
    }

    private Jvm.Ended run() {
        return Jvm.on(Jdk.own(), folder)
                .agent(home.option(), "config=" + config)
                .main(Endings.class, "exit", "3")
                .run();
    }

    private void channel(String name, String more) throws IOException {
        Files.writeString(
                config.resolve("alerts.yml"),
                more + "alerts: { performance_degradation: { notification_channels: [" + name
                        + "], cool_down_minutes: 0 } }\n");
    }

    /** Writes its pid first. */
    private Path script(String text) throws IOException {
        Path file = Files.writeString(
                folder.resolve("program"), "#!/bin/sh\necho $$ >'" + folder.resolve("pid") + "'\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file;
    }
}
