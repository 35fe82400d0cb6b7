package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.config.ConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.example.Chores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A first configuration, proposed from runs of a program. */
final class InitIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
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

    private Jvm.Ended init(Jdk jdk, String... options) {
        List<String> words = new ArrayList<>(List.of("init", "--runs", "1"));
        words.addAll(List.of(options));
        words.addAll(List.of("--", jdk.home().resolve("bin/java").toString(), "-cp", Jvm.TEST_CLASSES.toString()));
        words.add(Chores.class.getName());
        return Jvm.on(jdk, folder).jar(Jvm.AGENT, words.toArray(new String[0])).run();
    }
}
