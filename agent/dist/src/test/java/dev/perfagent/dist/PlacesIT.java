package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.example.Endings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the agent, the application and the working directory may be. */
final class PlacesIT {
    @TempDir
    private Path folder;

    private AgentHome home;

    @BeforeEach
    void findHome() {
        home = new AgentHome(folder.resolve("home"));
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void anApplicationOnTheModulePath(Jdk jdk) throws IOException {
        assumeFalse(Jvm.IS_AGENTLIB, "without java.instrument the JVM does not start, as docs/start.md says");
        Path modules = Packed.modularApplication(folder);

        Twin twin =
                Twin.same(jdk, folder, jvm -> jvm.program("-p", modules.toString(), "-m", Packed.MODULAR_MAIN, "7"));

        assertThat(twin.onlyRun().path("application").asString()).isEqualTo("modular");
        assertThat(twin.onlyRun().path("exit_code").asInt()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "Käse und 日本", "per%20cent", "plus+plus", "a#b"})
    void theAgentInAFolderWithAnOddName(String name) throws IOException {
        Path odd = Files.createDirectories(folder.resolve(name));
        Path agent = Files.copy(Jvm.AGENT, odd.resolve("perf agent.jar"));
        AgentHome there = new AgentHome(odd.resolve("home"));

        Jvm.Ended ended = Jvm.on(Jdk.own(), folder)
                .jvm(Jvm.FLAG + agent + "=" + there.option())
                .main(Endings.class, "exit", "3")
                .run();

        assertThat(ended.stderr()).isEmpty();
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(there.onlyRun().path("exit_code").asInt()).isEqualTo(3);
        assertThat(there.agentLog()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void everythingByARelativePath(Jdk jdk) throws IOException {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve("config/instrumentation.yml"), "application: { name: relative }\n");
        Files.copy(Jvm.AGENT, folder.resolve("agent.jar"));

        Jvm.Ended ended = Jvm.on(jdk, folder)
                .jvm(Jvm.FLAG + "agent.jar=home=home,config=config")
                .main(Endings.class, "exit", "3")
                .run();

        assertThat(ended.stderr()).isEmpty();
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(home.onlyRun().path("application").asString()).isEqualTo("relative");
    }

    /** Only modules are left alone for being the JDK's, not what lies in a folder of such a name. */
    @ParameterizedTest
    @ValueSource(strings = {"java.tools", "jdk.tools", "plain folder"})
    void anApplicationsJarInAFolderWithAnOddName(String name) throws IOException {
        Path jar = Files.createDirectories(folder.resolve(name)).resolve("app-1.2.jar");
        pack(jar);

        Jvm.Ended ended = Jvm.on(Jdk.own(), folder)
                .agent(home.option())
                .jar(folder.relativize(jar), "exit", "3")
                .run();

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(home.onlyRun().path("application").asString()).isEqualTo("Endings");
    }

    @Test
    void disabledItDoesNothing() {
        Twin byOption = Twin.run(Jdk.own(), folder, jvm -> jvm.main(Endings.class, "exit", "3"), "enabled=false");
        Twin byVariable = Twin.run(Jdk.own(), folder, jvm -> jvm.environment("PERF_AGENT_ENABLED", "false")
                .main(Endings.class, "exit", "3"));

        byOption.assertSame();
        byVariable.assertSame();
        assertThat(home.folder()).doesNotExist();
    }

    private static void pack(Path jar) {
        Twin.tool(
                "jar",
                "--create",
                "--file=" + jar,
                "--main-class=" + Endings.class.getName(),
                "-C",
                Jvm.TEST_CLASSES.toString(),
                "org/example/Endings.class");
    }
}
