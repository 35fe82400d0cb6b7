package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.config.ConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.example.Chores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A first configuration, proposed from runs of a program. */
final class InitIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void whatIsProposedIsReadWithoutAProblemAndRecordsItsPhases(Jdk jdk) throws IOException {
        Path config = folder.resolve("perf");
        Jvm.Ended init = init(jdk, "--folder", config.toString());

        assertThat(init.exitCode()).as(init.stderr()).isZero();
        List<String> problems = new ArrayList<>();
        new ConfigReader().read(config.toFile(), problems);
        assertThat(problems).isEmpty();
        assertThat(Files.readString(config.resolve("benchmarks.yml"))).contains("\"Chores\":\n", "1 run took ");

        AgentHome home = new AgentHome(folder.resolve("home"));
        Jvm.Ended next = Jvm.on(jdk, folder)
                .agent(home.option(), "config=" + config)
                .main(Chores.class)
                .run();

        assertThat(next.stderr()).isEmpty();
        JsonNode phases = home.onlyRun().path("duration").path("phases");
        assertThat(phases.properties()).extracting(java.util.Map.Entry::getKey).containsExactly("buy", "wash");

        Files.writeString(config.resolve("benchmarks.yml"), "mine");
        Jvm.Ended again = init(jdk, "--folder", config.toString());

        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.stderr()).contains("nothing was run or written");
        assertThat(config.resolve("benchmarks.yml")).hasContent("mine");
    }

    @Test
    void aDryRunPrintsBothFilesAndWritesNothing() {
        Path config = folder.resolve("perf");

        Jvm.Ended init = init(Jdk.own(), "--dry-run", "--folder", config.toString());

        assertThat(init.exitCode()).as(init.stderr()).isZero();
        assertThat(init.out()).contains("phases:", "method: \"buy\"", "benchmarks:", "max_acceptable_ms: ");
        assertThat(config).doesNotExist();
    }

    @Test
    @NeedsProgram({"script", "--version"})
    void aYesOnATerminalReplaces() throws IOException {
        Path config = Files.createDirectories(folder.resolve("perf"));
        Files.writeString(config.resolve("instrumentation.yml"), "mine");
        Files.writeString(config.resolve("benchmarks.yml"), "mine");

        Jvm.Ended no = onTerminal("no", config);
        assertThat(no.exitCode()).as(no.out()).isEqualTo(2);
        assertThat(no.out()).contains("instrumentation.yml and ", "benchmarks.yml already. Replace? [y/N]");
        assertThat(config.resolve("instrumentation.yml")).hasContent("mine");

        Jvm.Ended yes = onTerminal("y", config);
        assertThat(yes.exitCode()).as(yes.out()).isZero();
        assertThat(Files.readString(config.resolve("instrumentation.yml"))).contains("method: \"buy\"");
        assertThat(Files.readString(config.resolve("benchmarks.yml"))).contains("max_acceptable_ms: ");
    }

    private Jvm.Ended onTerminal(String answer, Path config) {
        String java = Jdk.own().home().resolve("bin/java").toString();
        String line = java + " -jar " + Jvm.AGENT + " init --runs 1 --folder " + config + " -- " + java + " -cp "
                + Jvm.TEST_CLASSES + " " + Chores.class.getName();
        return Jvm.on(Jdk.own(), folder)
                .environment("LINE", line)
                .environment("ANSWER", answer)
                .inside("sh", "-c", "echo $ANSWER | exec script -qec \"$LINE\" /dev/null", "sh")
                .run();
    }

    private Jvm.Ended init(Jdk jdk, String... options) {
        List<String> words = new ArrayList<>(List.of("init", "--runs", "1"));
        words.addAll(List.of(options));
        words.addAll(List.of("--", jdk.home().resolve("bin/java").toString(), "-cp", Jvm.TEST_CLASSES.toString()));
        words.add(Chores.class.getName());
        return Jvm.on(jdk, folder).jar(Jvm.AGENT, words.toArray(new String[0])).run();
    }
}
