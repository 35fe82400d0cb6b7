package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;
import org.example.Tool;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Limits for a command that no run ever had are reported once a day, from the second day on, with the nearest name. */
final class UnusedLimitsIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void areReportedOnceADay(Jdk jdk) throws Exception {
        Path home = folder.resolve("home");
        Path config = Files.createDirectory(folder.resolve("config"));
        Files.writeString(
                config.resolve("benchmarks.yml"),
                "benchmarks:\n  commands:\n    fromtext: { max_acceptable_ms: 600000 }\n"
                        + "    from-text: { max_acceptable_ms: 600000 }\n");
        Path day = home.resolve("recent/example-tool/.day");

        assertThat(run(jdk, home, config)).as("the first day").isEmpty();

        passADay(day);
        assertThat(run(jdk, home, config))
                .as("the second day")
                .isEqualToIgnoringNewLines(
                        "perf-agent: benchmarks.yml: no run ever had the command 'from-text', so its limits"
                                + " are not used; did you mean 'fromtext'?");
        assertThat(new AgentHome(home).agentLog()).contains("'from-text'").doesNotContain("'fromtext',");
        assertThat(run(jdk, home, config)).as("a second run that day").isEmpty();

        passADay(day);
        assertThat(run(jdk, home, config, "quiet=true"))
                .as("when it is to be quiet")
                .isEmpty();
    }

    private static void passADay(Path day) throws IOException {
        Files.setLastModifiedTime(day, FileTime.fromMillis(System.currentTimeMillis() - TimeUnit.HOURS.toMillis(25)));
    }

    private String run(Jdk jdk, Path home, Path config, String... more) throws Exception {
        String options = more.length == 0 ? "" : "," + more[0];
        Jvm.Ended ended = Jvm.on(jdk, folder)
                .agent("home=" + home, "config=" + config + options)
                .main(PicocliEndingsIT.classPath(), Tool.class.getName(), "exit", "fromtext")
                .run();
        assertThat(ended.exitCode()).isZero();
        return ended.stderr();
    }
}
