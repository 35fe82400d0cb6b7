package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import org.example.Suspending;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A phase that is a suspending function of Kotlin ends when its caller goes on, and is entered once. */
final class SuspendingIT {
    private static final String RULES = """
        application: { name: suspending }
        phases:
          - { phase: twice, class: org.example.Suspending, method: twice }
          - { phase: once, class: org.example.Suspending, method: once }
        """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void theTimeWithoutAThreadCounts(Jdk jdk) {
        AgentHome home = new AgentHome(folder.resolve("home"));
        Path kotlin = FrameworkCase.LIBRARIES.resolve("kotlin-stdlib-1.9.23.jar");
        Path config = TestConfig.rules(folder.resolve("config"), RULES);
        for (int run = 0; run < 2; run++) {
            Jvm.Ended ended = Jvm.on(jdk, folder)
                    .agent(home.option(), "config=" + config)
                    .main(Jvm.TEST_CLASSES + File.pathSeparator + kotlin, Suspending.class.getName())
                    .run();
            assertThat(ended.out().strip()).isEqualTo("ended");
        }

        assertThat(home.agentLog()).isEmpty();
        assertThat(home.runs())
                .extracting(run -> run.at("/self/plan").asString())
                .containsExactly("cold", "warm");
        assertThat(home.runs()).hasSize(2).allSatisfy(run -> {
            JsonNode phases = run.path("duration").path("phases");
            assertThat(phases.path("twice").path("count").asInt()).isEqualTo(1);
            assertThat(phases.path("twice").path("ms").asDouble()).isGreaterThanOrEqualTo(40);
            assertThat(phases.path("once").path("count").asInt()).isEqualTo(2);
            assertThat(phases.path("once").path("ms").asDouble()).isGreaterThanOrEqualTo(40);
        });
    }
}
