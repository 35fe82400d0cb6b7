package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.example.Endings;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** However an application ends, cold and warm, it ends as it would without us, and there is one correct record of it. */
final class EndingsIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void returningFromMain(Jdk jdk) {
        assertSuccess(ended(jdk, "return"));
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void exitInsideMain(Jdk jdk) {
        assertError(ended(jdk, "exit", "7"), 7);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void exitWithZeroInsideMain(Jdk jdk) {
        assertSuccess(ended(jdk, "exit", "0"));
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void halting(Jdk jdk) {
        assertError(ended(jdk, "halt", "8"), 8);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void anExceptionOutOfMain(Jdk jdk) {
        JsonNode run = ended(jdk, "throw");

        assertError(run, 1);
        assertThat(run.path("error").path("type").asString()).isEqualTo("java.lang.IllegalStateException");
        assertThat(run.path("error").path("message").asString()).isEqualTo("ended by an exception");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void aThreadThatOutlivesMain(Jdk jdk) {
        assertSuccess(ended(jdk, "thread"));
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void anExceptionOutOfMainWhileAThreadRuns(Jdk jdk) {
        JsonNode run = ended(jdk, "throw-while-thread");

        assertError(run, 1);
        assertThat(run.path("error").path("type").asString()).isEqualTo("java.lang.IllegalStateException");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void exitOnAnotherThread(Jdk jdk) {
        assertError(ended(jdk, "exit-elsewhere", "5"), 5);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void anExceptionOnAnotherThreadWhileMainGoesOn(Jdk jdk) {
        assertSuccess(ended(jdk, "worker-throws"));
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void anUncaughtExceptionHandlerThatExits(Jdk jdk) {
        JsonNode run = ended(jdk, "handler", "6");

        assertError(run, 6);
        assertThat(run.path("error").path("type").asString()).isEqualTo("java.lang.IllegalStateException");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void aShutdownHookThatPrints(Jdk jdk) {
        assertError(ended(jdk, "hook", "3"), 3);
    }

    /** Which of both comes first, the hook's halt or our own hook, is open; that there is one record is not. */
    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void aShutdownHookThatHalts(Jdk jdk) {
        Twin twin = Twin.same(jdk, folder, jvm -> jvm.main(Endings.class, "hook-halts", "9"));

        assertThat(twin.onlyRun().path("application").asString()).isEqualTo("Endings");
    }

    /** The JVM lets one of them through; the record tells that one's code. */
    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void manyThreadsExitAtOnce(Jdk jdk) {
        AgentHome home = new AgentHome(folder.resolve("home"));
        Jvm.Ended ended = Jvm.on(jdk, folder)
                .agent(home.option())
                .main(Endings.class, "exit-race")
                .run();

        assertThat(ended.out()).isEqualTo("started" + System.lineSeparator());
        assertThat(ended.stderr()).isEmpty();
        assertError(home.onlyRun(), ended.exitCode());
    }

    private JsonNode ended(Jdk jdk, String... arguments) {
        Jvm.Ended without = Jvm.on(jdk, folder).main(Endings.class, arguments).run();
        PlanRuns.Measured warm = new PlanRuns(folder, jvm -> jvm.main(Endings.class, arguments)).coldThenWarm(jdk);
        assertThat(warm.ended().out()).isEqualTo(without.out());
        assertThat(warm.ended().stderr()).isEqualTo(without.stderr());
        assertThat(warm.ended().exitCode()).isEqualTo(without.exitCode());
        JsonNode run = warm.onlyRecord();
        assertThat(run.path("application").asString()).isEqualTo("Endings");
        assertThat(run.path("command").asString()).isEqualTo("Endings");
        assertThat(run.path("duration").path("total_ms").asDouble()).isPositive();
        return run;
    }

    private static void assertSuccess(JsonNode run) {
        assertThat(run.path("outcome").asString()).isEqualTo("success");
        assertThat(run.path("exit_code").isNull()).isFalse();
        assertThat(run.path("exit_code").asInt()).isZero();
        assertThat(run.path("error").isNull()).isTrue();
    }

    private static void assertError(JsonNode run, int code) {
        assertThat(run.path("outcome").asString()).isEqualTo("error");
        assertThat(run.path("exit_code").asInt()).isEqualTo(code);
    }
}
