package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.example.Endings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * With {@code fail_on} an application that would end with 0 ends with the code that was chosen, and as it would have otherwise.
 */
final class FailOnIT {
    private static final int CHOSEN = 42;
    private static final String REMARK = "perf-agent: this process ends with exit code 42, because there is a";

    /** Broken by every run, critically. */
    private static final String ALWAYS = "benchmarks:\n  commands:\n    Endings: { max_acceptable_ms: 0.001 }\n";

    /** One for all: the plan that the first run makes serves the others. */
    @TempDir
    private static Path folder;

    private AgentHome home;
    private Path config;

    @BeforeEach
    void configure() throws IOException {
        home = new AgentHome(folder.resolve("home"));
        home.keepPlansOnly();
        config = Files.createDirectories(folder.resolve("config"));
        Files.writeString(config.resolve("benchmarks.yml"), ALWAYS);
        Files.writeString(config.resolve("alerts.yml"), "fail_on: critical\nexit_code: " + CHOSEN + "\n");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void returningFromMain(Jdk jdk) {
        home = new AgentHome(folder.resolve("home of " + jdk));
        assertFails(jdk, "return");
        assertFails(jdk, "return"); // a warm run
        assertThat(home.runs())
                .extracting(run -> run.path("self").path("plan").asString())
                .containsExactly("cold", "warm");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void aThreadThatOutlivesMain(Jdk jdk) {
        Jvm.Ended ended = assertFails(jdk, "thread");

        assertThat(ended.out()).endsWith("worker done" + System.lineSeparator());
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void allHooksAreDoneAndAllOutputIsThere(Jdk jdk) throws IOException {
        for (String[] exit : new String[][] {{}, {"0"}}) {
            Path deleted = Files.createFile(folder.resolve("deleted"));
            String[] arguments = exit.length == 0
                    ? new String[] {"slow-hook", deleted.toString()}
                    : new String[] {"slow-hook", deleted.toString(), exit[0]};
            Jvm.Ended ended = assertFails(jdk, arguments);

            assertThat(ended.out().lines()).hasSize(20_001).endsWith("line 19999");
            assertThat(ended.stderr()).contains("hook on stderr");
            assertThat(deleted).doesNotExist();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void exitAndHaltWithZero(Jdk jdk) {
        assertFails(jdk, "exit", "0");
        assertFails(jdk, "exit", "256"); // of which parents on Unix see 0
        assertFails(jdk, "halt", "0");
        assertFails(jdk, "worker-throws");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void aCodeOfTheApplicationsOwnStays(Jdk jdk) {
        Jvm.Ended exited = ended(jdk, "exit", "7");
        assertThat(exited.exitCode()).isEqualTo(7);
        assertThat(exited.stderr()).contains("ALERT").doesNotContain(REMARK);
        assertThat(ended(jdk, "halt", "8").exitCode()).isEqualTo(8);
        assertThat(ended(jdk, "throw").exitCode()).isEqualTo(1);
        assertThat(ended(jdk, "throw-while-thread").exitCode()).isEqualTo(1);
        assertThat(ended(jdk, "exit-elsewhere", "5").exitCode()).isEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no signals")
    void signalsEndItAsEver(Jdk jdk) throws IOException {
        Jvm.Started started = jvm(jdk, "wait").start().awaitOutput("started");
        new ProcessBuilder("sh", "-c", "kill -TERM " + started.process().pid()).start();

        assertThat(started.await().exitCode()).isEqualTo(143);
    }

    @Test
    void whatIsNotAsBadStays() throws IOException {
        Files.writeString(config.resolve("alerts.yml"), """
                fail_on: critical
                exit_code: 42
                alerts: { performance_degradation: { severity: warning } }
                """);

        Jvm.Ended ended = ended(Jdk.own(), "return");

        assertThat(ended.stderr()).contains("ALERT").doesNotContain(REMARK);
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void whatIsKeptBackByACoolDownFailsToo() {
        ended(Jdk.own(), "return");
        Jvm.Ended again = ended(Jdk.own(), "return");

        assertThat(again.stderr()).startsWith(REMARK).hasLineCount(1);
        assertThat(again.exitCode()).isEqualTo(CHOSEN);
        assertThat(home.runs())
                .hasSize(2)
                .extracting(run -> run.path("alerts").size())
                .containsOnly(1);
    }

    @Test
    void withoutItNothingFails() throws IOException {
        Files.delete(config.resolve("alerts.yml"));

        assertThat(ended(Jdk.own(), "return").exitCode()).isZero();
        assertThat(ended(Jdk.own(), "exit", "0").exitCode()).isZero();
    }

    @Test
    void quietFailsToo() {
        Jvm.Ended ended = Jvm.on(Jdk.own(), folder)
                .agent(home.option(), "config=" + config, "quiet=true")
                .main(Endings.class, "return")
                .run();

        assertThat(ended.exitCode()).isEqualTo(CHOSEN);
        assertThat(ended.stderr()).isEmpty();
    }

    private Jvm.Ended assertFails(Jdk jdk, String... arguments) {
        int before = home.runs().size();
        Jvm.Ended ended = ended(jdk, arguments);
        assertThat(ended.exitCode()).as(ended.stderr()).isEqualTo(CHOSEN);
        assertThat(ended.stderr()).contains(REMARK);
        assertThat(home.agentLog()).isEmpty();
        // The record has the application's own code.
        assertThat(home.runs()).hasSize(before + 1).last().satisfies(run -> {
            assertThat(run.path("outcome").asString()).isEqualTo("success");
            assertThat(run.path("exit_code").asInt()).isZero();
        });
        return ended;
    }

    private Jvm.Ended ended(Jdk jdk, String... arguments) {
        return jvm(jdk, arguments).run();
    }

    private Jvm jvm(Jdk jdk, String... arguments) {
        return Jvm.on(jdk, folder).agent(home.option(), "config=" + config).main(Endings.class, arguments);
    }
}
