package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.example.Alone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pipes where files are expected, and homes in which nothing can be kept. */
final class UnusableFilesIT {
    @TempDir
    private Path folder;

    private final Jdk jdk = Jdk.all().get(0);

    @Test
    void aPipeAsConfigurationIsSaidAndLeft() throws Exception {
        Path config = Files.createDirectory(folder.resolve("config"));
        for (String name : List.of("instrumentation.yml", "benchmarks.yml", "alerts.yml")) {
            pipe(config.resolve(name));
        }
        AgentHome home = new AgentHome(folder.resolve("home"));

        Jvm.Ended ended = Jvm.on(jdk, folder)
                .agent(home.option(), "config=" + config)
                .main(Alone.class)
                .run();

        assertThat(ended.out()).isEqualToIgnoringNewLines("alone");
        assertThat(ended.stderr()).contains("instrumentation.yml", "is no regular file");
    }

    @Test
    void pipesInTheHomeHangNoCommandOfTheTool() throws Exception {
        Path home = folder.resolve("home");
        pipe(home.resolve("running/20261101T101010.json"));
        pipe(home.resolve("alerts.log"));
        pipe(home.resolve("match/tool.json"));
        pipe(home.resolve("history/date=2026-11-01/host.ndjson"));
        for (String command : List.of("runs", "alerts", "report", "explain")) {
            Jvm.Ended ended = Jvm.on(jdk, folder)
                    .jar(Jvm.AGENT, command, "--home", home.toString())
                    .run();

            assertThat(ended.exitCode()).as(command).isBetween(0, 3);
        }
    }

    @Test
    void aHomeThatCannotBeMadeIsSaidInOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        Path dangling = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
        for (Path home : List.of(file, dangling, Path.of("/proc/perf-agent"))) {
            Jvm.Ended ended =
                    Jvm.on(jdk, folder).agent("home=" + home).main(Alone.class).run();
            Jvm.Ended quiet = Jvm.on(jdk, folder)
                    .agent("home=" + home, "quiet=true")
                    .main(Alone.class)
                    .run();

            assertThat(ended.stderr().lines()).as("%s", home).hasSize(1);
            assertThat(ended.stderr()).contains("this run is not recorded", home.toString(), "PERF_AGENT_HOME");
            assertThat(quiet.stderr()).isEmpty();
            assertThat(ended.exitCode()).isZero();
        }
    }

    private static void pipe(Path path) throws IOException, InterruptedException {
        Files.createDirectories(path.getParent());
        assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor())
                .isZero();
    }
}
