package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.example.Busy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * What the record says of the machine's part in a run's time, and what is reported because of it. Each JDK has to read the
 * figures; how they are judged is tried on one of them, because that is the same code.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the kernel of no other system tells")
final class ContentionIT {
    /** The scheduler books the time of a thread that runs at its ticks, every 10 ms at the slowest. */
    private static final double TICKS_MS = 20;

    private static final String PHASES = """
        phases:
          - { phase: working, class: org.example.Busy, method: work }
          - { phase: resting, class: org.example.Busy, method: rest }
        """;

    @TempDir
    private Path folder;

    private final List<Process> load = new ArrayList<>();

    @AfterEach
    void endTheLoad() {
        load.forEach(Process::destroyForcibly);
    }

    /**
     * Four times as many programs as CPUs want one. They have less weight than the command, so that it does not take five times
     * as long as it has to.
     */
    private void startLoad() throws IOException {
        for (int i = Runtime.getRuntime().availableProcessors() * 4; i > 0; i--) {
            load.add(new ProcessBuilder("nice", "-n", "3", "sh", "-c", "while :; do :; done").start());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void timeIsSplitIntoWorkWaitingForACpuAndSleep(Jdk jdk) throws IOException {
        JsonNode run = measured(jdk, "300", "400");

        JsonNode usage = run.path("resource_usage");
        double total = run.path("duration").path("total_ms").asDouble();
        double work = usage.path("thread_cpu_ms").asDouble();
        double wait = usage.path("cpu_wait_ms").asDouble();
        assertThat(work).isBetween(290.0, total);
        assertThat(total - work - wait).as("sleep").isBetween(390.0, total);
        assertThat(usage.path("jvm_cpu_ms").isNumber()).isTrue();
        assertThat(usage.path("machine_busy").asDouble()).isBetween(0.0, 1.0);
        JsonNode working = run.path("duration").path("phases").path("working");
        JsonNode resting = run.path("duration").path("phases").path("resting");
        assertThat(working.path("cpu_ms").asDouble()).isBetween(300.0 - TICKS_MS, total);
        assertThat(resting.path("cpu_ms").asDouble()).isBetween(0.0, 2 * TICKS_MS);
        assertThat(elsewhere(working))
                .as("hardly any of " + working)
                .isLessThan(Math.max(100, working.path("ms").asDouble() / 10));
        assertThat(elsewhere(resting)).as("sleep").isGreaterThan(400 - 2 * TICKS_MS);
    }

    /** A look is the same work in each run, so it takes about as long in two of them. */
    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void whatALookOfTheAgentTakesIsKnownOfWarmRunsLongEnough(Jdk jdk) {
        BusyTool tool = new BusyTool(jdk, folder, "");
        tool.run("1", "0");
        JsonNode brief = tool.run("1", "0").path("resource_usage");
        JsonNode longer = tool.run("1", "3000").path("resource_usage");

        assertThat(brief.path("look_us").isNull()).as("look_us").isTrue();
        assertThat(longer.path("look_us").asDouble()).isBetween(5.0, 5000.0);
    }

    /** The command gets a fraction of a CPU, and the record says so. */
    @Test
    void onABusyMachineTheCommandWaitsForACpu() throws IOException {
        startLoad();

        JsonNode run = measured(Jdk.newest(), "300", "0");

        JsonNode usage = run.path("resource_usage");
        double total = run.path("duration").path("total_ms").asDouble();
        assertThat(usage.path("cpu_wait_ms").asDouble()).isBetween(total / 3, total);
        assertThat(usage.path("machine_busy").asDouble()).isGreaterThan(0.9);
        JsonNode working = run.path("duration").path("phases").path("working");
        double took = working.path("ms").asDouble();
        assertThat(working.path("cpu_wait_ms").asDouble()).isBetween(took / 3, took);
    }

    /** The thread that enters waits for two that do the work, or for a program, and these wait for a CPU. */
    @ParameterizedTest
    @ValueSource(strings = {"300 0 2", "10 shell:1000000"})
    void onABusyMachineWhatTheCommandWaitsForWaitsForACpu(String arguments) throws IOException {
        startLoad();

        JsonNode run = measured(Jdk.newest(), arguments.split(" ", -1));

        JsonNode usage = run.path("resource_usage");
        double total = run.path("duration").path("total_ms").asDouble();
        assertThat(usage.path("thread_cpu_ms").asDouble()).isLessThan(total / 3);
        assertThat(usage.path("cpu_wait_ms").asDouble()).isBetween(total / 3, total);
    }

    @Test
    void aShortRunHasTheFiguresOfItsThread() throws IOException {
        JsonNode usage = measured(Jdk.own(), "1", "0").path("resource_usage");

        assertThat(usage.path("thread_cpu_ms").isNumber()).isTrue();
        assertThat(usage.path("cpu_wait_ms").isNumber()).isTrue();
    }

    /** What a phase waited for anything but a CPU. */
    private static double elsewhere(JsonNode phase) {
        assertThat(phase.path("cpu_wait_ms").isNumber()).as("in " + phase).isTrue();
        return phase.path("ms").asDouble()
                - phase.path("cpu_ms").asDouble()
                - phase.path("cpu_wait_ms").asDouble();
    }

    /** The command waits for twice as long as before, but not for a CPU. */
    @Test
    void onABusyMachineACommandThatSleepsLongerIsReported() throws IOException {
        startLoad();
        BusyTool tool = new BusyTool(Jdk.own(), folder, "");
        tool.remember("10", "500");

        List<JsonNode> three = tool.threeThatWait(990, "10", "1000");
        assertThat(three).as("how slow the CPU was").anyMatch(ContentionIT::hasGauge);
        JsonNode alert = three.get(2).path("alerts").path(0);

        assertThat(alert.path("type").asString()).isEqualTo("performance_degradation");
        assertThat(alert.path("measure").asString()).isEqualTo("time");
        assertThat(alert.path("evidence").asString()).contains(" runs in a row");
    }

    /** The same where another thread of the command keeps a lock for longer. */
    @Test
    void onABusyMachineACommandThatWaitsLongerForALockIsReported() throws IOException {
        startLoad();
        BusyTool tool = new BusyTool(Jdk.newest(), folder, "");
        tool.remember("10", "lock:500");

        JsonNode alert =
                tool.threeThatWait(990, "10", "lock:1000").get(2).path("alerts").path(0);

        assertThat(alert.path("measure").asString()).isEqualTo("time");
        assertThat(alert.path("evidence").asString()).contains(" runs in a row");
    }

    /** The same with a real server that answers later than before. */
    @Test
    void onABusyMachineACommandThatWaitsLongerForAServerIsReported() throws IOException {
        startLoad();
        try (SlowServer server = new SlowServer()) {
            BusyTool tool = new BusyTool(Jdk.newest(), folder, "");
            server.answersAfter(600);
            tool.remember("10", server.port());

            server.answersAfter(1200);
            JsonNode run = tool.threeThatWait(1050, "10", server.port()).get(2);

            assertThat(run.path("resource_usage").path("machine_busy").asDouble())
                    .isGreaterThan(0.9);
            assertThat(alerts(run)).as(run.toString()).containsExactly("performance_degradation");
            JsonNode alert = run.path("alerts").path(0);
            assertThat(alert.path("measure").asString()).isEqualTo("time");
            assertThat(alert.path("evidence").asString()).contains(" runs in a row");
        }
    }

    /** In a container with half a CPU: what a command waits for its share is the machine's part, more work is its own. */
    @Test
    @EnabledIf(value = "dev.perfagent.dist.CpuQuota#isPossible", disabledReason = "only root may make a control group")
    void throttlingIsTheMachinesPart() throws IOException {
        try (CpuQuota quota = CpuQuota.ofOneCpu()) {
            BusyTool tool = new BusyTool(Jdk.newest(), folder, quota.join());
            tool.remember("300", "0");

            quota.half();
            for (int i = 0; i < 3; i++) {
                JsonNode run = tool.run("300", "0");
                JsonNode usage = run.path("resource_usage");
                assertThat(usage.path("throttled_cpu_ms").asDouble()).isGreaterThan(0);
                assertThat(usage.path("cpu_wait_ms").asDouble())
                        .isGreaterThan(usage.path("thread_cpu_ms").asDouble() / 2);
                assertThat(alerts(run)).as(run.toString()).isEmpty();
            }

            for (int i = 0; i < 2; i++) {
                tool.run("900", "0");
            }
            JsonNode third = tool.run("900", "0");
            assertThat(alerts(third)).as(third.toString()).containsExactly("performance_degradation");
        }
    }

    private static boolean hasGauge(JsonNode run) {
        JsonNode usage = run.path("resource_usage");
        return usage.path("gauge_ms").asDouble() > 0
                && usage.path("gauge_id").asString().matches("[0-9a-f]{16}");
    }

    private static List<String> alerts(JsonNode run) {
        return Json.texts(run.path("alerts"), "type");
    }

    private JsonNode measured(Jdk jdk, String... arguments) throws IOException {
        AgentHome home = new AgentHome(folder.resolve("home"));
        Jvm.Ended ended = Jvm.on(jdk, folder)
                .agent(home.option(), "config=" + TestConfig.rules(folder.resolve("config"), PHASES))
                .main(Busy.class, arguments)
                .run();
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        return home.onlyRun();
    }
}
