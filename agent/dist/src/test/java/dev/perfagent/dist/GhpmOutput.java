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

/** The sample prints the same with the agent as without, byte for byte, and ends with the same exit code. */
class GhpmOutput {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.GhpmCase#all")
    void scenariosPrintTheSame(GhpmCase of) {
        GhpmRun run = GhpmRun.of(of);

        assertThat(run.with().exitCode()).isEqualTo(run.without().exitCode()).isEqualTo(of.isExhausted() ? 1 : 0);
        assertThat(run.with().stdout()).isEqualTo(run.without().stdout());
        assertThat(run.with().stderr()).startsWith(run.without().stderr());
        if (of.alerts().isEmpty()) {
            assertThat(run.with().stderr()).isEqualTo(run.without().stderr());
        }
        assertThat(run.home().agentLog()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void otherEndsPrintTheSame(Jdk jdk, List<String> arguments, int exitCode, String command, List<String> options) {
        Jvm.Ended without = GhpmRun.without(jdk, arguments);
        AgentHome home = new AgentHome(folder.resolve("home"));
        Jvm.Ended with = Jvm.on(jdk, folder)
                .agent(home.option(), "config=" + TestConfig.patient(folder.resolve("config")))
                .jar(Jvm.SAMPLE, arguments.toArray(new String[0]))
                .run();

        assertThat(with.exitCode()).isEqualTo(without.exitCode()).isEqualTo(exitCode);
        assertThat(with.stdout()).isEqualTo(without.stdout());
        assertThat(with.stderr()).isEqualTo(without.stderr());
        JsonNode run = home.onlyRun();
        assertThat(run.path("command").asString()).isEqualTo(command);
        assertThat(Json.texts(run.path("options"))).isEqualTo(options);
        assertThat(run.path("outcome").asString()).isEqualTo(exitCode == 0 ? "success" : "error");
        assertThat(run.path("exit_code").asInt()).isEqualTo(exitCode);
        assertThat(home.agentLog()).isEmpty();
    }

    /** On other JDKs than that of the tests, what picocli ends by itself and what fails. */
    static Stream<Arguments> otherEndsPrintTheSame() {
        Jdk own = Jdk.own();
        Stream<Arguments> onlyHere = Stream.of(
                Arguments.of(own, List.of("--help"), 0, "ghpm", List.of("--help")),
                Arguments.of(own, List.of("--version"), 0, "ghpm", List.of("--version")),
                Arguments.of(own, List.of("batch", "-h"), 0, "batch", List.of("--help")),
                Arguments.of(own, List.of(), 2, "ghpm", List.of()));
        Stream<Arguments> everywhere = Jdk.all().stream()
                .flatMap(jdk -> Stream.of(
                        Arguments.of(jdk, List.of("status", "--nonsense", "secret"), 2, "status", List.of()),
                        Arguments.of(
                                jdk,
                                List.of("batch", "--demo", "--fail-after", "3", "--label", "secret"),
                                1,
                                "batch",
                                List.of("--demo", "--fail-after", "--label"))));
        return Stream.concat(onlyHere, everywhere);
    }
}
