package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.example.Launches;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What is recorded of a process is what its parent saw, however it began or ended. */
final class TrueRecordIT {
    private static final int FIRST_WITH_INSTANCE_MAIN = 25;

    @TempDir
    private Path folder;

    private int homes;

    /** A process and what was recorded of it. */
    private record Seen(int exitCode, JsonNode run, String line) {
        String outcome() {
            return run.path("outcome").asString();
        }

        String error() {
            return run.path("error").path("type").asString("");
        }

        JsonNode message() {
            return run.path("error").path("message");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void anInheritedMainIsSeenFromTheFirstRunOn(Jdk jdk) {
        AgentHome home = new AgentHome(folder.resolve("inherited"));
        for (int i = 0; i < 3; i++) {
            run(jdk, home, Launches.Inheriting.class);
        }
        run(jdk, home, Launches.Inheriting.class, "broken");

        assertThat(home.runs())
                .extracting(run -> run.path("outcome").asString())
                .containsExactly("success", "success", "success", "error");
        assertThat(home.runs())
                .extracting(run -> run.path("exit_code").asInt(-1))
                .containsExactly(0, 0, 0, 1);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void aMainInheritedFromAnotherJarIsSeenFromTheFirstRunOn(Jdk jdk) {
        Path base = Packed.sources(folder.resolve("base.jar"), "", Map.of(), """
            package base; public class Base { public static void main(String[] a) { } }\
            """);
        Path main = Packed.sources(
                folder.resolve("main.jar"),
                base.toString(),
                Map.of("Main-Class", "app.Main", "Class-Path", "base.jar"),
                "package app; public class Main extends base.Base { }");
        AgentHome home = new AgentHome(folder.resolve("jars"));
        for (int i = 0; i < 3; i++) {
            Jvm.on(jdk, folder).agent(home.option()).jar(main).run();
        }

        assertSuccesses(home);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void anInheritedInstanceMainIsSeenFromTheFirstRunOn(Jdk jdk) {
        Path main = Packed.sources(
                folder.resolve("main.jar"),
                "",
                Map.of("Main-Class", "app.Main"),
                "package app; public class Base { void main() { System.out.println(1); } }",
                "package app; public class Main extends Base { }");
        AgentHome home = new AgentHome(folder.resolve("instance"));
        List<Integer> codes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            codes.add(Jvm.on(jdk, folder).agent(home.option()).jar(main).run().exitCode());
        }

        if (jdk.feature() >= FIRST_WITH_INSTANCE_MAIN) {
            assertThat(codes).containsOnly(0);
            assertSuccesses(home);
        } else {
            assertThat(codes).containsOnly(1);
            assertThat(home.runs())
                    .extracting(run -> run.path("error").path("type").asString())
                    .containsOnly("java.lang.NoSuchMethodException");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void aConstructorThatFailsBeforeAnInstanceMainIsAnError(Jdk jdk) {
        Path main = Packed.sources(folder.resolve("main.jar"), "", Map.of("Main-Class", "app.Main"), """
            package app; public class Main {
                Main() { throw new IllegalArgumentException("constructor"); }
                void main() { } }\
            """);
        AgentHome home = new AgentHome(folder.resolve("constructor"));
        for (int i = 0; i < 2; i++) {
            assertThat(Jvm.on(jdk, folder).agent(home.option()).jar(main).run().exitCode())
                    .isEqualTo(1);
        }

        assertThat(home.runs())
                .extracting(run -> run.path("outcome").asString())
                .containsExactly("error", "error");
        assertThat(home.runs())
                .extracting(run -> run.path("exit_code").asInt(-1))
                .as("from the first run on")
                .containsExactly(1, 1); // on JDK 25 the exception is not seen
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void aMainClassThatLacksAClassIsRecordedWithThatReason(Jdk jdk) {
        Path gone = Packed.compile(
                folder.resolve("gone"), "", "package gone; public class Gone extends RuntimeException { }");
        Path main = Packed.sources(folder.resolve("main.jar"), gone.toString(), Map.of("Main-Class", "app/Main"), """
                package app; public class Main {
                    public static void main(String[] a) { try { a.clone(); } catch (gone.Gone e) { throw e; } } }\
                """);
        AgentHome home = new AgentHome(folder.resolve("lacking"));

        assertThat(Jvm.on(jdk, folder).agent(home.option()).jar(main).run().exitCode())
                .isEqualTo(1);

        assertThat(home.onlyRun().path("error").path("type").asString()).isEqualTo("java.lang.NoClassDefFoundError");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void aMainClassThatIsMissingIsRecorded(Jdk jdk) {
        AgentHome home = new AgentHome(folder.resolve("missing"));
        assertThat(Jvm.on(jdk, folder)
                        .agent(home.option())
                        .main(folder.toString(), "app.Missing")
                        .run()
                        .exitCode())
                .isEqualTo(1);

        assertThat(home.onlyRun().path("outcome").asString()).isEqualTo("error");
        assertThat(home.onlyRun().path("exit_code").asInt(-1)).isEqualTo(1);
        assertThat(home.onlyRun().path("error").path("type").asString()).isEqualTo("java.lang.ClassNotFoundException");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void aMessageThatCannotBeHadIsUnknown(Jdk jdk) {
        for (String how : List.of("error", "recursion", "stuck")) {
            Seen seen = seen(jdk, Launches.Throwing.class, how);

            assertThat(seen.exitCode()).isEqualTo(1);
            assertThat(seen.outcome()).isEqualTo("error");
            assertThat(seen.run().path("exit_code").asInt(-1)).isEqualTo(1);
            assertThat(seen.error()).isEqualTo(Launches.Unspeakable.class.getName());
            assertThat(seen.message().isNull()).as(how).isTrue();
        }
        assertThat(seen(jdk, Launches.Throwing.class, "plainly").message().asString())
                .startsWith("said: ");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void aFailureBeforeMainIsRecorded(Jdk jdk) {
        for (Class<?> main : List.of(Launches.BrokenInitialiser.class, Launches.NoMain.class)) {
            Seen seen = seen(jdk, main);

            assertThat(seen.exitCode()).isEqualTo(1);
            assertThat(seen.run().path("exit_code").asInt(-1)).isEqualTo(1);
            assertThat(seen.outcome()).isEqualTo("error");
            assertThat(seen.error())
                    .isEqualTo(
                            main == Launches.NoMain.class
                                    ? "java.lang.NoSuchMethodException"
                                    : "java.lang.NoClassDefFoundError");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void theCodeOfAHaltInAShutdownHookCounts(Jdk jdk) {
        for (String[] codes : List.of(new String[] {"0", "11"}, new String[] {"3", "0"}, new String[] {"3", "255"})) {
            for (int i = 0; i < 3; i++) {
                Seen seen = seen(jdk, Launches.HookHalts.class, codes);

                assertThat(seen.exitCode()).isEqualTo(Integer.parseInt(codes[1]));
                assertThat(seen.run().path("exit_code").asInt(-1)).isEqualTo(seen.exitCode());
                assertThat(seen.outcome()).isEqualTo(seen.exitCode() == 0 ? "success" : "error");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void ofSeveralHaltsAtOnceTheOneThatEndedTheProcessIsRecorded(Jdk jdk) {
        for (int i = 0; i < 5; i++) {
            Seen seen = seen(jdk, Launches.HaltRace.class);

            assertThat(seen.run().path("exit_code").asInt(-1)).isEqualTo(seen.exitCode());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void halfACharacterIsWrittenAsNone(Jdk jdk) {
        Seen seen = seen(jdk, Launches.HalfCharacter.class);

        assertThat(seen.line()).doesNotContain("\\ud83d");
        assertThat(seen.message().asString()).startsWith("half \ufffd of it");
        assertThat(new String(seen.line().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(seen.line());
    }

    private static void assertSuccesses(AgentHome home) {
        assertThat(home.runs())
                .hasSize(3)
                .extracting(run -> run.path("outcome").asString() + run.path("exit_code"))
                .containsOnly("success0");
    }

    private Seen seen(Jdk jdk, Class<?> main, String... arguments) {
        AgentHome home = new AgentHome(folder.resolve("home" + homes++));
        Jvm.Ended ended = run(jdk, home, main, arguments);
        List<String> lines = new ArrayList<>();
        for (Path file : home.files("history")) {
            try {
                lines.addAll(Files.readAllLines(file));
            } catch (java.io.IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        }
        return new Seen(ended.exitCode(), home.onlyRun(), lines.get(0));
    }

    private Jvm.Ended run(Jdk jdk, AgentHome home, Class<?> main, String... arguments) {
        return Jvm.on(jdk, folder).agent(home.option()).main(main, arguments).run();
    }
}
