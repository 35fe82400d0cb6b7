package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** {@code java Tool.java}: the JDK's launcher compiles a source file and runs it. */
final class SourceLaunchIT {
    private static final int FIRST_WITHOUT_CLASS = 25;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void theProgramIsTheSourceFile(Jdk jdk) throws IOException {
        AgentHome home = new AgentHome(folder.resolve("home"));
        run(jdk, home, "Count Things.java", "class Any { public static void main(String[] a) { System.exit(3); } }");
        run(jdk, home, "Count Things.java", "class Any { public static void main(String[] a) { System.exit(3); } }");
        run(jdk, home, "Fail.java", "class Any { public static void main(String[] a) { throw new Error(); } }");
        if (jdk.feature() >= FIRST_WITHOUT_CLASS) {
            run(jdk, home, "Compact.java", "void main() { IO.println(1); }");
        }

        assertThat(home.agentLog()).isEmpty();
        assertThat(home.runs())
                .extracting(SourceLaunchIT::ending)
                .startsWith("Count Things 3 cold", "Count Things 3 warm", "Fail 1 cold");
        if (jdk.feature() >= FIRST_WITHOUT_CLASS) {
            assertThat(ending(home.runs().get(3))).isEqualTo("Compact 0 cold");
        }
        assertThat(home.runs().toString()).doesNotContain("s3cret");
    }

    /** The first run makes the home, which changes the folder. */
    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void aHomeBesideTheSourceMakesNoRunCold(Jdk jdk) throws IOException {
        Path beside = Files.createDirectories(folder.resolve("beside"));
        Path file = Files.writeString(
                beside.resolve("Tool.java"), "class Any { public static void main(String[] a) { System.exit(3); } }");
        Files.setLastModifiedTime(beside, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        AgentHome home = new AgentHome(beside.resolve("home"));
        for (int run = 0; run < 2; run++) {
            Jvm.on(jdk, folder)
                    .agent(home.option())
                    .jvm("-cp", beside.toString())
                    .program(file.toString())
                    .run();
        }

        assertThat(home.runs()).extracting(SourceLaunchIT::ending).containsExactly("Tool 3 cold", "Tool 3 warm");
    }

    private void run(Jdk jdk, AgentHome home, String name, String source) throws IOException {
        Path file = Files.writeString(folder.resolve(name), source);
        Jvm.on(jdk, folder)
                .agent(home.option())
                .jvm("-cp", Jvm.CONFIG.toString()) // else the working directory, where each run makes files
                .program(file.toString(), "s3cret")
                .run();
    }

    private static String ending(JsonNode run) {
        return run.path("command").asString()
                + ' '
                + run.path("exit_code").asInt()
                + ' '
                + run.at("/self/plan").asString();
    }
}
