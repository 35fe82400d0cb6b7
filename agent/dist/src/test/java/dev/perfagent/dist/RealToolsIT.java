package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Real tools that know nothing of the agent, without configuration: nobody outside sees a difference, and the run has the names
 * of its command line.
 */
final class RealToolsIT {
    @TempDir
    private Path folder;

    /** A tool that is one jar. */
    private record Tool(
            String jar,
            List<String> words,
            String name,
            String version,
            String command,
            List<String> options,
            int exitCode) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Tool> TOOLS = List.of(
            // Clikt
            new Tool(
                    "ktlint-cli-1.8.0-all.jar",
                    List.of("generateEditorConfig", "--code-style=ktlint_official"),
                    "ktlint",
                    "1.8.0",
                    "generateEditorConfig",
                    List.of("--code-style"),
                    0),
            // airlift's Airline; its jar has Commons CLI and JOpt Simple too
            new Tool(
                    "openapi-generator-cli-7.12.0.jar",
                    List.of("list", "-s"),
                    "openapi-generator-cli",
                    "7.12.0",
                    "list",
                    List.of("--short"),
                    0));

    static Stream<Arguments> tools() {
        return Jdk.ownAndNewer().stream().flatMap(jdk -> TOOLS.stream().map(tool -> Arguments.of(jdk, tool)));
    }

    @ParameterizedTest
    @MethodSource("tools")
    void haveTheNamesOfTheirCommandLine(Jdk jdk, Tool tool) throws Exception {
        Path jar = FrameworkCase.LIBRARIES.resolve(tool.jar());
        String[] words = tool.words().toArray(new String[0]);

        JsonNode run = Twin.same(jdk, folder, jvm -> jvm.bothCompilers().jar(jar, words))
                .onlyRun();

        assertThat(run.path("application").asString()).isEqualTo(tool.name());
        assertThat(run.path("application_version").asString()).isEqualTo(tool.version());
        assertThat(run.path("command").asString()).isEqualTo(tool.command());
        assertThat(options(run)).containsExactlyElementsOf(tool.options());
        assertThat(run.path("exit_code").asInt()).isEqualTo(tool.exitCode());
    }

    private static List<String> options(JsonNode run) {
        return run.path("options").valueStream().map(JsonNode::asString).toList();
    }
}
