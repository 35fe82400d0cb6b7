package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.example.Endings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Many processes that start at once with an empty home; {@code -Dcrowd.processes=200} for more. */
final class PlanCrowdIT {
    private static final int PROCESSES = Integer.getInteger("crowd.processes", 48);
    private static final int AT_ONCE = 16;

    @TempDir
    private Path folder;

    @Test
    void eachIsMeasuredAndOnePlanIsLeft() throws Exception {
        PlanRuns runs = new PlanRuns(folder, jvm -> jvm.main(Endings.class, "exit", "3"));
        List<Future<Jvm.Ended>> all = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (int i = 0; i < PROCESSES; i++) {
                Path own = folder.resolve("process-" + i);
                all.add(threads.submit(() -> Jvm.on(Jdk.own(), own)
                        .agent(runs.option())
                        .jvm("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
                        .main(Endings.class, "exit", "3")
                        .run()));
            }
            for (Future<Jvm.Ended> one : all) {
                Jvm.Ended ended = one.get();
                assertThat(ended.stderr()).isEmpty();
                assertThat(ended.out()).isEqualTo("started" + System.lineSeparator());
                assertThat(ended.exitCode()).isEqualTo(3);
            }
        } finally {
            threads.shutdown();
        }

        // Reading them fails on a malformed one.
        Set<String> ids = new HashSet<>();
        for (JsonNode run : runs.home().runs()) {
            ids.add(run.path("execution_id").asString());
            assertThat(run.path("command").asString()).isEqualTo("Endings");
            assertThat(run.path("exit_code").asInt()).isEqualTo(3);
        }
        assertThat(ids).hasSize(PROCESSES);
        assertThat(runs.home().runs()).hasSize(PROCESSES);
        assertThat(runs.home().agentLog()).isEmpty();
        assertThat(runs.onlyPlan()).isNotNull();
        assertThat(runs.home().files(""))
                .noneMatch(file -> file.getFileName().toString().contains(".tmp"));
        assertThat(runs.home().files("running")).isEmpty();
        assertThat(runs.next(Jdk.own()).plan()).isEqualTo("warm");
    }
}
