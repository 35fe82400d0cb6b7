package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.example.Libraries;
import org.example.Surroundings;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an application sees of the JVM around it is what it would see without us. */
final class IsolationIT {
    private static final Path LIBRARIES = Path.of("target/isolation-lib").toAbsolutePath();
    private static final String[] CLASSES = {
        "com.fasterxml.jackson.annotation.JsonProperty",
        "com.fasterxml.jackson.core.JsonParser",
        "com.fasterxml.jackson.databind.ObjectMapper",
        "tools.jackson.core.JsonParser",
        "tools.jackson.core.TokenStreamFactory",
        "tools.jackson.databind.ObjectMapper",
        "org.objectweb.asm.ClassReader",
        "picocli.CommandLine",
        "com.github.benmanes.caffeine.cache.Caffeine",
        "org.snakeyaml.engine.v2.api.Load",
        "dev.perfagent.weave.ClassWeaver",
        "dev.perfagent.config.ConfigReader",
        "dev.perfagent.cli.Tool",
    };

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void anApplicationsOwnVersionsOfOurLibrariesAreItsOwn(Jdk jdk) throws IOException {
        Twin twin = Twin.same(
                jdk,
                folder,
                jvm -> jvm.main(
                        Jvm.TEST_CLASSES + java.io.File.pathSeparator + LIBRARIES + "/*",
                        Libraries.class.getName(),
                        CLASSES),
                config());

        assertThat(twin.with().out())
                .contains("asm-9.6.jar")
                .contains("jackson-core-2.17.2.jar")
                .contains("jackson-core-3.0.3.jar")
                .contains("picocli-4.7.5.jar")
                .contains("caffeine-2.9.3.jar")
                .contains("snakeyaml-engine-2.10.jar")
                .doesNotContain("perf-agent");
        twin.onlyRun();
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void nothingOfOursIsSeenByAnApplicationThatHasNoneOfIt(Jdk jdk) throws IOException {
        Twin twin = Twin.same(jdk, folder, jvm -> jvm.main(Libraries.class, CLASSES), config());

        assertThat(twin.with().out().lines().filter(line -> line.endsWith(": not found")))
                .hasSize(3 * CLASSES.length);
        assertThat(twin.with().out()).doesNotContain("perf-agent");
        twin.onlyRun();
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void theJvmsStateIsAsWithoutUs(Jdk jdk) throws IOException {
        Twin twin = Twin.run(jdk, folder, jvm -> jvm.main(Surroundings.class), config());

        assertThat(twin.with().stderr()).isEqualTo(twin.without().stderr());
        assertThat(state(twin.with())).containsExactlyElementsOf(state(twin.without()));
        assertThat(twin.with().out()).contains("log manager org.example.Surroundings$OwnLogManager");
        assertThat(threads(twin.with()))
                .filteredOn(name -> !threads(twin.without()).contains(name))
                .containsExactly("thread perf-agent-sampler daemon");
    }

    /** The JVM itself appends the jar of any agent to the class path. */
    private static List<String> state(Jvm.Ended ended) {
        return lines(ended)
                .filter(line -> !line.startsWith("thread "))
                .map(line -> line.startsWith("property java.class.path=")
                        ? line.replace(java.io.File.pathSeparator + Jvm.AGENT, "")
                        : line)
                .toList();
    }

    private static List<String> threads(Jvm.Ended ended) {
        return lines(ended).filter(line -> line.startsWith("thread ")).toList();
    }

    private static Stream<String> lines(Jvm.Ended ended) {
        return ended.out().lines();
    }

    private String config() throws IOException {
        Path config = folder.resolve("config");
        if (!Files.exists(config)) {
            Files.createDirectory(config);
            for (String name : List.of("instrumentation.yml", "benchmarks.yml", "alerts.yml")) {
                Files.copy(Jvm.CONFIG.resolve(name), config.resolve(name));
            }
        }
        return "config=" + config;
    }
}
