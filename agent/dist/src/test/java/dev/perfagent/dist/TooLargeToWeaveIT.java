package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Methods and classes so near the limits of class files that a hook finds no room in them. */
final class TooLargeToWeaveIT {
    /** Fills a method to 65,520 of 65,535 bytes, 14 each. */
    private static final String LARGE = "x = x * 31 + y;".repeat(4680);

    /** Distinct constants, one entry in the constant pool each; that many fit into one method. */
    private static final int CONSTANTS_OF_A_METHOD = 9350;

    private static final String RULES = """
            phases:
              - { phase: large, class: app.Main, method: large }
              - { phase: small, class: app.Main, method: small }
              - { phase: main, class: app.Main, method: main }
              - { phase: constants, class: app.Constants, method: few }
              - { phase: other, class: app.Other, method: other }
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void onlyWhatIsTooLargeIsLeftOut(Jdk jdk) throws IOException {
        Path jar = Packed.sources(
                folder.resolve("app.jar"), "", Map.of("Main-Class", "app.Main"), main(), constants(), other());
        Path config = Files.createDirectory(folder.resolve("config"));
        Files.writeString(config.resolve("instrumentation.yml"), RULES);
        AgentHome home = new AgentHome(folder.resolve("home"));
        List<Jvm.Ended> ended = List.of(
                run(jdk, home, config, jar), run(jdk, home, config, jar), run(jdk, home, config, jar, "exit with 4"));

        assertThat(ended).extracting(Jvm.Ended::exitCode).containsExactly(0, 0, 4);
        assertThat(home.runs())
                .as(home.agentLog())
                .extracting(run -> run.path("exit_code").asInt(-1))
                .containsExactly(0, 0, 4);
        assertThat(home.runs())
                .extracting(run -> run.path("outcome").asString())
                .containsExactly("success", "success", "error");
        for (JsonNode run : home.runs()) {
            assertThat(run.path("duration").path("phases").propertyNames())
                    .containsExactlyInAnyOrder("small", "main", "other");
        }
        assertExplained(home);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void aRuleOnMainGivesWayToOurOwnHook(Jdk jdk) throws IOException {
        // 65,482 bytes of code: there is room for one hook of about 50 bytes.
        String source = "package app; public class Main { static int x, y; public static void main(String[] a) {"
                + "x = x * 31 + y;".repeat(5037) + "} }";
        Path jar = Packed.sources(folder.resolve("app.jar"), "", Map.of("Main-Class", "app.Main"), source);
        Path config = Files.createDirectory(folder.resolve("config"));
        Files.writeString(config.resolve("instrumentation.yml"), RULES);
        AgentHome home = new AgentHome(folder.resolve("home"));
        run(jdk, home, config, jar);
        run(jdk, home, config, jar);

        assertThat(home.runs())
                .extracting(run -> run.path("outcome").asString())
                .containsExactly("success", "success");
        assertThat(explained(home)).contains("✗ phases: main - could not be woven");
    }

    private static void assertExplained(AgentHome home) {
        assertThat(explained(home))
                .contains(
                        "✗ phases: large - could not be woven",
                        "the method would exceed 64 KB",
                        "✓ phases: small - 1 call in that run",
                        "✓ phases: main - 1 call in that run",
                        "✗ phases: constants - could not be woven",
                        "65,535 constants",
                        "✓ phases: other - 1 call in that run");
    }

    private static String explained(AgentHome home) {
        return ToolHere.run(home, "explain").out().replaceAll("\\s+", " ");
    }

    private Jvm.Ended run(Jdk jdk, AgentHome home, Path config, Path jar, String... arguments) {
        return Jvm.on(jdk, folder)
                .agent(home.option(), "config=" + config)
                .jar(jar, arguments)
                .run();
    }

    private static String main() {
        return "package app; public class Main { static long x, y;"
                + "static void large() {" + LARGE + "}"
                + "static void small() { x++; }"
                + "public static void main(String[] a) {"
                + " large(); small(); Constants.few(); Other.other(); if (a.length > 0) System.exit(4); } }";
    }

    /** Leaves fewer entries in the constant pool than a hook needs. */
    private static String constants() {
        StringBuilder source = new StringBuilder("package app; public class Constants { static int x;");
        for (int method = 0; method < 7; method++) {
            source.append("static void m").append(method).append("() {");
            for (int i = 0; i < CONSTANTS_OF_A_METHOD; i++) {
                source.append("x=")
                        .append(100_000 + method * CONSTANTS_OF_A_METHOD + i)
                        .append(';');
            }
            source.append('}');
        }
        return source.append("static void few() { x++; } static void rest() {")
                .append(rest())
                .append("} }")
                .toString();
    }

    private static String rest() {
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < 55; i++) {
            rest.append("x=").append(900_000 + i).append(';');
        }
        return rest.toString();
    }

    private static String other() {
        return "package app; public class Other { static void other() { Main.y++; } }";
    }
}
