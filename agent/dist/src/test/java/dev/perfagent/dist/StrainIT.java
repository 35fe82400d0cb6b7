package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.example.Strain;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** An application that runs out of stack or heap, and lives on. */
final class StrainIT {
    private static final String PHASE = "phases:\n  - { phase: digging, class: org.example.Strain, method: dig }\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void theStackOverflowsInsideAPhase(Jdk jdk) {
        JsonNode run = Twin.same(
                        jdk,
                        folder,
                        jvm -> jvm.bothCompilers().main(Strain.class, "stack"),
                        Twin.config(folder, "instrumentation.yml", PHASE))
                .onlyRun();

        assertThat(run.path("outcome").asString()).isEqualTo("success");
        JsonNode phase = run.path("duration").path("phases").path("digging");
        assertThat(phase.path("count").asLong()).isPositive();
        assertThat(phase.path("ms").asDouble())
                .isPositive()
                .isLessThanOrEqualTo(run.path("duration").path("total_ms").asDouble());
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void theHeapIsFullForAWhile(Jdk jdk) {
        AgentHome home = new AgentHome(folder.resolve("home"));
        Jvm.Ended without = full(Jvm.on(jdk, folder), "1").run(); // nothing depends on how long
        Jvm.Ended with = full(Jvm.on(jdk, folder).agent(home.option()), "2500").run();

        assertThat(with.out()).isEqualTo(without.out());
        assertThat(with.stderr()).isEqualTo(without.stderr());
        assertThat(with.exitCode()).isEqualTo(without.exitCode());
        assertThat(home.agentLog()).isEmpty();
        assertThat(home.onlyRun().path("outcome").asString()).isEqualTo("success");
    }

    private static Jvm full(Jvm jvm, String millis) {
        return jvm.bothCompilers().jvm("-Xmx32m", "-XX:+UseSerialGC").main(Strain.class, "heap", millis);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void theHeapIsFullAtTheEnd(Jdk jdk) {
        Twin twin = Twin.run(jdk, folder, jvm -> jvm.bothCompilers()
                .jvm("-Xmx32m", "-XX:+UseSerialGC")
                .main(Strain.class, "heap-kept"));

        // What the JVM itself says on stderr of a full heap is not ours; its java.lang.instrument is loud.
        assertThat(twin.with().out()).isEqualTo(twin.without().out()).isEqualTo("full" + System.lineSeparator());
        assertThat(twin.with().exitCode()).isEqualTo(twin.without().exitCode());
        assertThat(twin.with().stderr()).doesNotContain("perf-agent");
    }
}
