package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.example.Programs;
import org.example.StartsJvm;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Programs that a tool starts are counted, and nobody outside sees a difference. */
final class ProcessesIT {
    private static final double SLEPT_MS = 150;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void programsAreCountedHoweverTheyAreStartedAndEnd(Jdk jdk) {
        Path jar = Packed.classes(folder.resolve("programs.jar"), Programs.class);
        String limits = Twin.config(
                folder, "benchmarks.yml", "benchmarks: { commands: { programs: { max_processes: 15 } } }\n");
        Jvm.Ended without = Jvm.on(jdk, folder).jar(jar).run();
        PlanRuns runs = new PlanRuns(folder, jvm -> jvm.jar(jar), limits, "quiet=true");
        PlanRuns.Measured cold = runs.next(jdk);
        PlanRuns.Measured warm = runs.next(jdk);

        assertThat(runs.home().agentLog()).isEmpty();
        assertThat(List.of(cold.plan(), warm.plan())).containsExactly("cold", "warm");
        for (PlanRuns.Measured run : List.of(cold, warm)) {
            assertThat(run.ended().out()).isEqualTo(without.out());
            assertThat(run.ended().stderr()).isEqualTo(without.stderr());
            assertThat(run.ended().exitCode()).isEqualTo(without.exitCode()).isZero();
            JsonNode record = run.onlyRecord();
            assertProcesses(record);
            assertThat(record.toString()).doesNotContain("secret-argument");
            JsonNode alert = record.path("alerts").path(0);
            assertThat(alert.path("type").asString()).isEqualTo("processes_high");
            assertThat(alert.path("current").asDouble()).isEqualTo(22);
            assertThat(alert.path("tip").asString()).startsWith("'expr' was started 10 times, ");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void whatIsNotObservedIsNotKnown(Jdk jdk) {
        Path jar = Packed.classes(folder.resolve("programs.jar"), Programs.class);
        Twin off = Twin.same(
                jdk,
                folder,
                jvm -> jvm.jar(jar),
                Twin.config(folder, "instrumentation.yml", "observe: { processes: false }\n"));

        assertThat(off.onlyRun().path("processes").isNull()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void theFlagReachesAJvmThatTheToolStartsOnlyIfTheUserPutItIntoTheEnvironment(Jdk jdk) {
        AgentHome ofCommandLine = new AgentHome(folder.resolve("command-line"));
        Jvm.Ended plain = Jvm.on(jdk, folder)
                .agent(ofCommandLine.option())
                .main(StartsJvm.class)
                .run();

        assertThat(plain.out().strip().lines()).containsExactly("arguments []", "variable null");
        assertThat(ofCommandLine
                        .onlyRun()
                        .path("processes")
                        .path(0)
                        .path("program")
                        .asString())
                .isEqualTo("java");

        AgentHome ofVariable = new AgentHome(folder.resolve("variable"));
        String flag = Jvm.flag(ofVariable.option());
        Jvm.Ended everywhere = Jvm.on(jdk, folder)
                .environment("JAVA_TOOL_OPTIONS", flag)
                .main(StartsJvm.class)
                .run();

        assertThat(everywhere.out().strip().lines()).contains("variable " + flag);
        assertThat(ofVariable.runs()).hasSize(2); // one of each process
    }

    private static void assertProcesses(JsonNode record) {
        assertProgram(record, "true", 1, 0);
        assertProgram(record, "false", 1, 1);
        assertProgram(record, "sh", 2, 2);
        assertProgram(record, "sleep", 1, 0);
        assertThat(Json.with(record.path("processes"), "program", "sleep")
                        .path("ms")
                        .asDouble())
                .isGreaterThanOrEqualTo(SLEPT_MS);
        assertProgram(record, "missing-program", 1, 1);
        assertProgram(record, "echo", 2, 0);
        assertProgram(record, "cat", 2, 0);
        assertProgram(record, "tail", 1, 1);
        assertProgram(record, "expr", 10, 10);
        assertProgram(record, "tee", 1, 0);
        assertThat(record.path("processes").size()).isEqualTo(10);
    }

    private static void assertProgram(JsonNode record, String program, int count, int failures) {
        JsonNode use = Json.with(record.path("processes"), "program", program);
        assertThat(use.path("count").asInt()).as(program).isEqualTo(count);
        assertThat(use.path("failures").asInt()).as(program).isEqualTo(failures);
        assertThat(use.path("ms").asDouble())
                .as(program)
                .isPositive()
                .isLessThan(count * record.path("duration").path("total_ms").asDouble());
    }
}
