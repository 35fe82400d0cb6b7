package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.dist.fuzz.ToolInJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.example.Endings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Many processes that end at once, each with an alert, while old days are deleted. For more than one round, about 10 s each on
 * two cores: {@code mvn verify -pl agent/dist -am -DskipTests -Dit.test=AlertCrowdIT -Dfailsafe.failIfNoSpecifiedTests=false
 * -Dcrowd.rounds=50}.
 */
final class AlertCrowdIT {
    private static final int PROCESSES = 32;
    private static final int ROUNDS = Integer.getInteger("crowd.rounds", 1);

    @TempDir
    private Path folder;

    @Test
    void noRunOrAlertIsLostOrTornAndNoFileIsDamaged() throws Exception {
        AgentHome home = new AgentHome(folder.resolve("home"));
        Path config = Files.createDirectory(folder.resolve("config"));
        Files.writeString(
                config.resolve("benchmarks.yml"),
                "benchmarks:\n  commands:\n    Endings: { max_acceptable_ms: 0.001 }\n");
        Files.writeString(
                config.resolve("alerts.yml"), "alerts: { performance_degradation: { cool_down_minutes: 0 } }\n");
        try (ToolInJar tool = new ToolInJar(Jvm.AGENT)) {
            makePlan(home, config);
            for (int round = 0; round < ROUNDS; round++) {
                end(round, home, config, tool);
            }
        }

        // Reading them fails on a damaged one, and an empty one has no id.
        List<JsonNode> runs = home.runs();
        List<String> ids =
                runs.stream().map(run -> run.path("execution_id").asString()).toList();
        assertThat(ids).hasSize(PROCESSES * ROUNDS).doesNotHaveDuplicates();
        assertThat(logged(home)).containsExactlyInAnyOrderElementsOf(alerts(runs));
        assertThat(home.agentLog()).isEmpty();
        assertThat(home.files("running")).isEmpty();
        assertThat(home.files(""))
                .noneMatch(file ->
                        file.toString().endsWith(".tmp") || file.toString().endsWith(".lock"));
        for (Path file : home.files("recent")) {
            if (file.endsWith(".day")) {
                continue; // empty: its time says when limits that no run uses were looked for
            }
            assertThat(Files.readString(file)).matches("(?s)([!-~][ -~]*\n)+");
        }
    }

    /** Makes the plan, so that the crowd does not weave. What happens when many weave at once is PlanCrowdIT's. */
    private void makePlan(AgentHome home, Path config) {
        Jvm.on(Jdk.own(), folder)
                .agent(home.option(), "config=" + config)
                .main(Endings.class, "exit", "0")
                .run();
        home.keepPlansOnly();
    }

    private void end(int round, AgentHome home, Path config, ToolInJar tool) throws Exception {
        Path sign = folder.resolve("sign-" + round);
        List<Jvm.Started> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < PROCESSES; i++) {
                crowd.add(Jvm.on(Jdk.own(), folder.resolve(round + "-" + i))
                        .agent(home.option(), "config=" + config)
                        .jvm("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx32m")
                        .main(Endings.class, "when", sign.toString())
                        .start());
            }
            crowd.forEach(one -> one.awaitOutput("started"));
            Files.createFile(sign);
            while (crowd.stream().anyMatch(one -> one.process().isAlive())) {
                prune(home, tool);
            }
            for (Jvm.Started one : crowd) {
                Jvm.Ended ended = one.await();
                assertThat(ended.exitCode()).isZero();
                assertThat(ended.out()).isEqualTo("started" + System.lineSeparator());
                assertThat(SaidAlert.onConsole(ended.stderr())).isNotEmpty();
            }
        } finally {
            crowd.forEach(one -> one.process().destroyForcibly());
        }
    }

    /** Deletes an old day, as somebody may who looks at the history meanwhile. */
    private static void prune(AgentHome home, ToolInJar tool) throws Exception {
        Path old = home.folder().resolve("history/date=2020-01-01/vm.ndjson");
        Files.createDirectories(old.getParent());
        Files.writeString(old, "{}\n");
        ToolInJar.Ended pruned = tool.run(
                List.of("prune", "--keep-days", "30", "--home", home.folder().toString()), Map.of());
        assertThat(pruned.exitCode()).as(pruned.err()).isZero();
        assertThat(old).doesNotExist();
    }

    /**
     * The id of each run, as often as it has alerts: one about the limit, and where 32 JVMs start at once it may have another
     * about CPU time.
     */
    private static List<String> alerts(List<JsonNode> runs) {
        List<String> ids = new ArrayList<>();
        for (JsonNode run : runs) {
            assertThat(run.path("alerts")).isNotEmpty();
            run.path("alerts").forEach(alert -> ids.add(run.path("execution_id").asString()));
        }
        return ids;
    }

    /** The runs of the blocks in both parts of the log, each of which has to be whole. */
    private static List<String> logged(AgentHome home) throws IOException {
        List<String> ids = new ArrayList<>();
        for (String part : List.of("alerts.log.1", "alerts.log")) {
            Path file = home.folder().resolve(part);
            if (!Files.exists(file)) {
                continue;
            }
            for (String block : Files.readString(file).strip().split("\n\n+", -1)) {
                assertThat(block)
                        .matches("\\S+Z (critical|warning) performance_degradation \\S+ Endings: Endings\n"
                                + "⚠️  PERFORMANCE ALERT: [^\n]+\n   Current: [^\n]+\n(   Evidence: [^\n]+\n)?"
                                + "   Recommendation: [^\n]+");
                ids.add(block.split(" ", 5)[3]);
            }
        }
        return ids;
    }
}
