package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Micronaut starts a container and then picocli, whose commands are recorded. */
final class MicronautIT {
    private static final String VERSION = "5.8.0";
    private static final String CLASS_PATH = Stream.of(
                    "micronaut-picocli-" + VERSION,
                    "micronaut-core-4.9.1",
                    "micronaut-inject-4.9.1",
                    "../checkstyle-lib/picocli-4.7.7",
                    "jakarta.inject-api-2.0.1",
                    "jakarta.annotation-api-2.1.1",
                    "slf4j-api-2.0.17")
            .map(name -> FrameworkCase.LIBRARIES.resolve(name + ".jar").toString())
            .collect(Collectors.joining(File.pathSeparator));

    @TempDir
    private Path folder;

    @Test
    void commandsAreThoseOfPicocli() throws IOException {
        Path classes = Packed.compile(
                folder.resolve("classes"),
                CLASS_PATH,
                Files.readString(Path.of("src/test/resources/frameworks/MicronautTool.java.txt")));
        List<Jvm.Started> started = new ArrayList<>();
        for (Jdk jdk : Jdk.all()) {
            started.add(start(jdk, classes, "remote", "--depth", "3", "add", "-t", "s3cret"));
        }
        started.forEach(Jvm.Started::await);
        started.clear();
        for (Jdk jdk : Jdk.all()) {
            started.add(start(jdk, classes, "remote", "add", "--nonsense", "s3cret"));
        }
        started.forEach(Jvm.Started::await);
        start(Jdk.own(), classes, "--help").await();

        for (Jdk jdk : Jdk.all()) {
            List<JsonNode> runs = home(jdk).runs();
            assertThat(home(jdk).agentLog()).isEmpty();
            assertThat(runs.toString()).doesNotContain("s3cret");
            assertThat(facts(runs.get(0)))
                    .isEqualTo("micronaut-tool: remote add [\"--depth\",\"--token\"] 3 error null");
            assertThat(facts(runs.get(1)))
                    .isEqualTo("micronaut-tool: remote add [] 2 error picocli.CommandLine$UnmatchedArgumentException");
        }
        assertThat(facts(home(Jdk.own()).runs().get(2)))
                .isEqualTo("micronaut-tool: micronaut-tool [\"--help\"] 0 success null");
    }

    @Test
    void theDocumentationSaysWhatIsTested() throws IOException {
        assertThat(Files.readString(Path.of("../../docs/frameworks.md"))).contains("| micronaut-picocli | " + VERSION);
    }

    private static String facts(JsonNode run) {
        return run.path("application").asString()
                + ": "
                + run.path("command").asString()
                + ' '
                + run.path("options")
                + ' '
                + run.path("exit_code").asInt()
                + ' '
                + run.path("outcome").asString()
                + ' '
                + run.at("/error/type").asString("null");
    }

    private Jvm.Started start(Jdk jdk, Path classes, String... words) throws IOException {
        return Jvm.on(jdk, folder)
                .agent(home(jdk).option())
                .jvm("-XX:TieredStopAtLevel=1") // starts faster
                .main(classes + File.pathSeparator + CLASS_PATH, "MicronautTool", words)
                .start();
    }

    private AgentHome home(Jdk jdk) {
        return new AgentHome(folder.resolve("home " + jdk));
    }
}
