package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.dist.fuzz.ToolInJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.example.Alone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pipes where files are expected, and homes in which nothing can be kept. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has neither pipes in folders nor these rights")
final class UnusableFilesIT {
    private static final boolean IS_ROOT = System.getProperty("user.name").equals("root");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#onlyOwn")
    void aPipeAsConfigurationIsSaidAndLeft(Jdk jdk) throws Exception {
        Path config = Files.createDirectory(folder.resolve("config"));
        List<String> names = List.of("instrumentation.yml", "benchmarks.yml", "alerts.yml");
        for (String name : names) {
            pipe(config.resolve(name));
        }
        AgentHome home = new AgentHome(folder.resolve("home"));

        Jvm.Ended ended = Jvm.on(jdk, folder)
                .agent(home.option(), "config=" + config)
                .main(Alone.class)
                .run();

        assertThat(ended.out()).isEqualToIgnoringNewLines("alone");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.stderr()).contains(names).contains("is not a regular file");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#onlyOwn")
    void pipesInTheHomeHoldNoApplicationUp(Jdk jdk) throws Exception {
        AgentHome home = new AgentHome(folder.resolve("home"));
        Path config = Files.createDirectory(folder.resolve("config"));
        Files.writeString(
                config.resolve("benchmarks.yml"),
                "benchmarks: { commands: { Alone: { max_acceptable_ms: 0.001 } } }\n");
        for (int run = 0; run < 2; run++) {
            assertThat(alone(jdk, home, config).exitCode()).isZero();
        }
        List<Path> files = home.files("");
        assertThat(files).anyMatch(file -> file.endsWith("alerts.log")).hasSizeGreaterThan(3);
        for (Path file : files) {
            Files.delete(file);
            pipe(file);
        }

        Jvm.Ended ended = alone(jdk, home, config);

        assertThat(ended.out()).isEqualToIgnoringNewLines("alone");
        assertThat(ended.exitCode()).isZero();
        assertThat(home.agentLog()).contains("is not a regular file", ".ndjson", "alerts.log");
    }

    @Test
    void eachCommandSaysWhichPipeItLeft() throws Exception {
        Path home = folder.resolve("home");
        Map<String, List<String>> commands = Map.of(
                "running/20261101T101010.json", List.of("runs"),
                "alerts.log", List.of("alerts"),
                "matches/tool.json", List.of("explain"),
                "plans/tool.plan", List.of("plan", "list"),
                "history/date=2026-11-01/host.ndjson", List.of("report"),
                "benchmarks.yml",
                        List.of("check", "--config", folder.resolve("home").toString()));
        for (Map.Entry<String, List<String>> command : commands.entrySet()) {
            Path pipe = pipe(home.resolve(command.getKey()));
            ToolInJar.Ended ended =
                    ToolHere.run(new AgentHome(home), command.getValue().toArray(String[]::new));

            assertThat(ended.exitCode()).as("%s", command).isBetween(0, 3);
            assertThat(ended.out() + ended.err())
                    .as("%s", command)
                    .contains(pipe.getFileName().toString().replace(".plan", ""));
            Files.delete(pipe);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#onlyOwn")
    void aHomeThatCannotBeMadeOrWrittenIsSaidInOneLine(Jdk jdk) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        Path dangling = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
        Path readOnly = Files.createDirectory(folder.resolve("read-only"));
        Files.setPosixFilePermissions(readOnly, PosixFilePermissions.fromString("r-xr-xr-x"));
        Path others = othersFolder();
        for (Path home : List.of(
                file,
                dangling,
                Path.of("/proc/perf-agent"),
                readOnly,
                readOnly.resolve("below"),
                others,
                others.resolve("below"))) {
            Jvm.Ended ended = held(Jvm.on(jdk, folder))
                    .agent("home=" + home)
                    .main(Alone.class)
                    .run();

            assertThat(ended.stderr().lines()).as("%s", home).hasSize(1);
            assertThat(ended.stderr())
                    .contains("this run is not recorded", home.toString(), "PERF_AGENT_HOME")
                    .doesNotContain("null", "Exception");
            assertThat(ended.exitCode()).isZero();
        }
        for (Path home : List.of(file, readOnly)) { // one that cannot be made, and one that cannot be written
            Jvm.Ended quiet = held(Jvm.on(jdk, folder))
                    .agent("home=" + home, "quiet=true")
                    .main(Alone.class)
                    .run();

            assertThat(quiet.stderr()).isEmpty();
            assertThat(quiet.exitCode()).isZero();
        }
    }

    private Jvm.Ended alone(Jdk jdk, AgentHome home, Path config) {
        return Jvm.on(jdk, folder)
                .agent(home.option(), "config=" + config)
                .main(Alone.class)
                .run();
    }

    /** Of another user; only root can make one. */
    private Path othersFolder() throws IOException {
        if (!IS_ROOT) {
            return Path.of("/usr");
        }
        Path made = Files.createDirectory(folder.resolve("others"));
        Files.setAttribute(made, "unix:uid", 1);
        return made;
    }

    /** Held to the rights of files as everybody is, though it may be root's. */
    private static Jvm held(Jvm jvm) {
        return IS_ROOT ? jvm.inside("setpriv", "--bounding-set", "-dac_override,-dac_read_search") : jvm;
    }

    private static Path pipe(Path path) throws IOException, InterruptedException {
        Files.createDirectories(path.getParent());
        assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor())
                .isZero();
        return path;
    }
}
