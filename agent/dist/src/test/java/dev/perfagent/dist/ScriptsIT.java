package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** {@code groovy count.groovy}: each script is a program of its own, although they have the same main class. */
final class ScriptsIT {
    private static final Path GROOVY = FrameworkCase.LIBRARIES.resolve("groovy-4.0.29.jar");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void theProgramIsTheScript(Jdk jdk) throws IOException {
        AgentHome home = new AgentHome(folder.resolve("home"));
        run(jdk, home, "Count Things.groovy", "System.exit(args.length)");
        run(jdk, home, "other.groovy", "println args.length");
        run(jdk, home, "Count Things.groovy", "System.exit(args.length)");

        assertThat(home.agentLog()).isEmpty();
        assertThat(home.runs())
                .extracting(ScriptsIT::ending)
                .containsExactly("Count Things [] 2 cold", "other [] 0 cold", "Count Things [] 2 warm");
        assertThat(home.runs().toString()).doesNotContain("s3cret");
    }

    private void run(Jdk jdk, AgentHome home, String name, String source) throws IOException {
        Path script = Files.writeString(folder.resolve(name), source);
        Jvm.on(jdk, folder)
                .agent(home.option())
                .jvm("-XX:TieredStopAtLevel=1") // starts faster
                .main(GROOVY.toString(), "groovy.ui.GroovyMain", script.toString(), "--token", "s3cret")
                .run();
    }

    private static String ending(JsonNode run) {
        assertThat(run.path("application").asString())
                .isEqualTo(run.path("command").asString());
        return run.path("command").asString()
                + ' '
                + run.path("options")
                + ' '
                + run.path("exit_code").asInt()
                + ' '
                + run.at("/self/plan").asString();
    }
}
