package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** {@code groovy count.groovy}, {@code kotlin count.main.kts}: each script is a program of its own, although they have the same
 * main class. */
final class ScriptsIT {
    private static final Path GROOVY = FrameworkCase.LIBRARIES.resolve("groovy-4.0.29.jar");

    private static final String KOTLIN = Stream.of(
                    "ktlint-cli-1.8.0-all",
                    "kotlin-script-runtime-2.2.21",
                    "kotlin-scripting-common-2.2.21",
                    "kotlin-scripting-compiler-embeddable-2.2.21",
                    "kotlin-scripting-compiler-impl-embeddable-2.2.21",
                    "kotlin-scripting-jvm-2.2.21")
            .map(name -> FrameworkCase.LIBRARIES.resolve(name + ".jar").toString())
            .collect(Collectors.joining(File.pathSeparator));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void theProgramIsTheScript(Jdk jdk) throws IOException {
        AgentHome home = new AgentHome(folder.resolve("home"));
        run(jdk, home, "Count Things.groovy", "System.exit(args.length)");
        run(jdk, home, "other.groovy", "println args.length");
        run(jdk, home, "Count Things.groovy", "System.exit(args.length)");

        assertThat(home.agentLog()).isEmpty();
        assertThat(home.runs())
                .extracting(ScriptsIT::ending)
                .containsExactly("Count Things [] 2 cold", "other [] 0 cold", "Count Things [] 2 warm");
        assertThat(home.runs().toString()).doesNotContain("s3cret");
    }

    /** As {@code kotlinc -script} runs it, with the compiler that ktlint brings. Its name does not depend on the JDK. */
    @Test
    void aScriptOfKotlinIsOneToo() throws IOException {
        Path script = Files.writeString(
                folder.resolve("Count Things.main.kts"), "println(args.size)\nSystem.exit(args.size)\n");
        Twin twin = Twin.same(
                Jdk.newest(),
                folder,
                jvm -> jvm.main(
                        KOTLIN,
                        "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler",
                        "-no-stdlib",
                        "-cp",
                        KOTLIN,
                        "-script",
                        script.toString(),
                        "--",
                        "--token",
                        "s3cret"));

        assertThat(twin.with().out()).isEqualTo("2\n");
        assertThat(ending(twin.onlyRun())).isEqualTo("Count Things [] 2 cold");
        assertThat(twin.onlyRun().toString()).doesNotContain("s3cret");
    }

    private void run(Jdk jdk, AgentHome home, String name, String source) throws IOException {
        Path script = Files.writeString(folder.resolve(name), source);
        Jvm.on(jdk, folder)
                .agent(home.option())
                .jvm("-XX:TieredStopAtLevel=1") // starts faster
                .main(GROOVY.toString(), "groovy.ui.GroovyMain", script.toString(), "--token", "s3cret")
                .run();
    }

    private static String ending(JsonNode run) {
        assertThat(run.path("application").asString())
                .isEqualTo(run.path("command").asString());
        return run.path("command").asString()
                + ' '
                + run.path("options")
                + ' '
                + run.path("exit_code").asInt()
                + ' '
                + run.at("/self/plan").asString();
    }
}
