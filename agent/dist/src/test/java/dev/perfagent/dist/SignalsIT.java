package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.example.Endings;
import org.example.Tool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** An application that a signal ends. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no signals")
final class SignalsIT {
    @TempDir
    private Path folder;

    private AgentHome home;
    private Jvm.@Nullable Started started;

    @BeforeEach
    void findHome() {
        home = new AgentHome(folder.resolve("home"));
    }

    @AfterEach
    void leaveNothingRunning() {
        if (started != null) {
            started.process().destroyForcibly();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void terminated(Jdk jdk) throws IOException {
        assertKilled(jdk, "TERM", 143);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void interrupted(Jdk jdk) throws IOException {
        assertKilled(jdk, "INT", 130);
    }

    /** As below {@code nohup}, or in the background of a script: the application's signals stay as they were given to it. */
    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void aSignalThatTheApplicationWasStartedToIgnore(Jdk jdk) throws IOException {
        started = Jvm.on(jdk, folder)
                .after("trap '' INT")
                .agent(home.option())
                .main(Endings.class, "wait")
                .start()
                .awaitOutput("started");
        send(started, "INT");

        Jvm.Ended ended = signal(started, "TERM");

        assertThat(ended.exitCode()).isEqualTo(143);
        assertThat(home.onlyRun().path("exit_code").asInt()).isEqualTo(143);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void hungUp(Jdk jdk) throws IOException {
        assertKilled(jdk, "HUP", 129);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void killedItLeavesItsMarkerFromWhichTheToolMakesTheRecord(Jdk jdk) throws IOException {
        started = waiting(jdk);
        Wait.until(() -> !markers().isEmpty(), () -> "there is no start marker; agent.log: " + home.agentLog());

        Jvm.Ended ended = signal(started, "KILL");

        assertThat(ended.exitCode()).isEqualTo(137);
        assertThat(home.runs()).isEmpty();
        Jvm.Ended tool = Jvm.on(jdk, folder)
                .jar(Jvm.AGENT, "runs", "--home", home.folder().toString())
                .run();
        assertThat(tool.exitCode()).as(tool.stderr()).isZero();
        assertThat(tool.out()).contains("Endings").contains("killed");
        JsonNode run = home.onlyRun();
        assertThat(run.path("application").asString()).isEqualTo("Endings");
        assertThat(run.path("outcome").asString()).isEqualTo("killed");
        assertThat(run.path("exit_code").isNull()).isTrue();
        assertThat(markers()).isEmpty();
    }

    /** A shell, a daemon: the command that goes on when it is killed is not the first. */
    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void killedInALaterCommandItLeavesAMarkerOfThat(Jdk jdk) throws Exception {
        started = Jvm.on(jdk, folder)
                .agent(home.option())
                .main(PicocliEndingsIT.classPath(), Tool.class.getName(), "shell", "work --code=0", "hang")
                .start()
                .awaitOutput("hanging");
        Wait.until(
                () -> home.files("running").stream().anyMatch(SignalsIT::isOfHang),
                () -> "there is no start marker of hang; there are " + home.files(""));

        signal(started, "KILL");

        assertThat(home.onlyRun().path("command").asString()).isEqualTo("work");
    }

    private List<Path> markers() {
        return home.files("running").stream()
                .filter(file -> file.toString().endsWith(".json"))
                .toList();
    }

    private static boolean isOfHang(Path file) {
        try {
            return Files.readString(file).contains("\"command\":\"hang\"");
        } catch (IOException replaced) {
            return false;
        }
    }

    private void assertKilled(Jdk jdk, String signal, int code) throws IOException {
        started = waiting(jdk);
        Jvm.Ended ended = signal(started, signal);

        assertThat(ended.exitCode()).isEqualTo(code);
        assertThat(ended.out()).isEqualTo("started" + System.lineSeparator());
        assertThat(ended.stderr()).isEmpty();
        JsonNode run = home.onlyRun();
        assertThat(run.path("application").asString()).isEqualTo("Endings");
        assertThat(run.path("outcome").asString()).isEqualTo("killed");
        assertThat(run.path("exit_code").asInt()).isEqualTo(code);
        assertThat(home.files("running")).isEmpty();
        assertThat(home.agentLog()).isEmpty();
    }

    private Jvm.Started waiting(Jdk jdk) throws IOException {
        return Jvm.on(jdk, folder)
                .agent(home.option())
                .main(Endings.class, "wait")
                .start()
                .awaitOutput("started");
    }

    private static Jvm.Ended signal(Jvm.Started started, String signal) throws IOException {
        assertThat(DefaultSignals.isIgnored(started.process().pid(), signal))
                .as(
                        "This build was started with SIG%s ignored, and `env` cannot undo that; start it in the foreground",
                        signal)
                .isFalse();
        send(started, signal);
        return started.await();
    }

    private static void send(Jvm.Started started, String signal) throws IOException {
        // /bin/kill is not everywhere, the shell's own is.
        Process kill = new ProcessBuilder(
                        "sh", "-c", "kill -" + signal + ' ' + started.process().pid())
                .start();
        assertThat(kill.onExit().join().exitValue()).as("kill -" + signal).isZero();
    }
}
