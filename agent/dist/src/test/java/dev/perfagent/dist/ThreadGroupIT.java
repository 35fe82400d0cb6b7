package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.example.Alone;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A tool that counts, or interrupts, the threads of its own group. */
final class ThreadGroupIT {
    /** Once the sampler is at work, once alerts have been sent, and in a shutdown hook, beside our own. */
    private static final String PRINTS_ITS_GROUP = """
            package app; public class Main {
            static volatile int counted;
            public static void main(String[] args) throws Exception {
                Thread hook = new Thread(() -> print("hook"), "own");
                Runtime.getRuntime().addShutdownHook(hook);
                await(args[0]);
                print("first");
                command();
                command();
                await(args[1]);
                print("second");
            }
            static void command() { counted++; }
            static void await(String file) throws Exception {
                while (!new java.io.File(file).exists()) { Thread.sleep(1); }
            }
            static void print(String when) {
                ThreadGroup group = Thread.currentThread().getThreadGroup();
                group.list();
                Thread[] threads = new Thread[100];
                int count = group.enumerate(threads, true);
                for (int i = 0; i < count; i++) { System.out.println(when + ": " + threads[i].getName()); }
            } }""";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void aToolThatWaitsForItsThreadGroupEndsColdAndWarm(Jdk jdk) {
        AgentHome home = new AgentHome(folder.resolve("home"));
        for (int run = 0; run < 2; run++) {
            Jvm.Ended ended =
                    Jvm.on(jdk, folder).agent(home.option()).main(Alone.class).run();

            assertThat(ended.out()).isEqualToIgnoringNewLines("alone");
            assertThat(ended.exitCode()).isZero();
        }
        assertThat(home.runs()).hasSize(2);
    }

    @ParameterizedTest
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program for alerts is a shell script")
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void noThreadOfOursIsInWhatAToolPrintsOfItsOwnGroup(Jdk jdk) throws IOException {
        Path jar = Packed.sources(folder.resolve("app.jar"), "", Map.of("Main-Class", "app.Main"), PRINTS_ITS_GROUP);
        Path got = folder.resolve("got");
        Path config = configWithAProgramForAlerts(got);
        AgentHome home = new AgentHome(folder.resolve("home"));
        for (int run = 0; run < 2; run++) {
            Files.deleteIfExists(got);
            Jvm.Ended ended = Jvm.on(jdk, folder)
                    .agent(home.option(), "config=" + config)
                    .jar(jar, folder.resolve("home/running").toString(), got.toString())
                    .run();

            assertThat(ended.exitCode()).isZero();
            assertThat(ended.out())
                    .contains("first: main", "second: main", "hook: own", "java.lang.ThreadGroup[name=main")
                    .doesNotContain("perf-agent", "process reaper");
        }
        assertThat(home.agentLog()).isEmpty();
    }

    /** The first command is over when the second begins: its alerts go to a program while the application is still running. */
    private Path configWithAProgramForAlerts(Path got) throws IOException {
        Path config = Files.createDirectory(folder.resolve("config"));
        Path program = Files.writeString(folder.resolve("program"), "#!/bin/sh\ncat >'" + got + "'\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(
                config.resolve("instrumentation.yml"),
                "commands: [ { class: app.Main, method: command, name: export } ]\n");
        Files.writeString(
                config.resolve("benchmarks.yml"),
                "benchmarks: { commands: { export: { max_acceptable_ms: 0.001 } } }\n");
        Files.writeString(
                config.resolve("alerts.yml"),
                "command: ['" + program + "']\n"
                        + "alerts: { performance_degradation: { notification_channels: [command], cool_down_minutes: 0 } }\n");
        return config;
    }
}
