package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Switched off, the agent does nothing at all. */
final class DisabledIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void byOption(Jdk jdk) throws IOException {
        Jvm jvm = Jvm.on(jdk, folder).agent("enabled=false", home());

        doesNothing(jdk, jvm);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void byEnvironment(Jdk jdk) throws IOException {
        Jvm jvm = Jvm.on(jdk, folder).agent(home()).environment("PERF_AGENT_ENABLED", "false");

        doesNothing(jdk, jvm);
    }

    private String home() {
        return "home=" + folder.resolve("home");
    }

    private void doesNothing(Jdk jdk, Jvm jvm) throws IOException {
        Jvm.Ended without = GhpmRun.without(jdk, List.of("--version"));
        Jvm.Ended with = jvm.jvm("-Xlog:class+load:file=classes.txt")
                .jar(Jvm.SAMPLE, "--version")
                .run();

        assertThat(with).usingRecursiveComparison().isEqualTo(without);
        assertThat(folder.resolve("home")).doesNotExist();
        assertThat(folder.resolve("state")).doesNotExist();
        List<String> ours = Files.readAllLines(folder.resolve("classes.txt")).stream()
                .map(line -> line.replaceFirst("^(\\[.*?])+ ", "").replaceFirst(" .*", ""))
                .filter(name -> name.startsWith("dev.perfagent.") || name.startsWith("java.lang.PerfAgent"))
                .toList();
        // The entry point, and what reads the option.
        assertThat(ours)
                .containsExactlyInAnyOrder("dev.perfagent.launch.PerfAgent", "dev.perfagent.launch.AgentOptions");
    }
}
