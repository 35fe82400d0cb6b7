package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.example.Steps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When what a plan was made from has changed, the next run is measured as it is now. */
final class PlanChangesIT {
    private static final String SHAPE = "package app; public interface Shape { void draw(); }";
    private static final String CIRCLE =
            "package app; public class Circle extends Base { @Override public void draw() { System.out.println(1); } }";
    private static final String MAIN = """
            package app; public class Main { public static void main(String[] a) { new Circle().draw(); work(); }
            static void work() { System.out.println(2); } }""";
    private static final String PLAIN_BASE = "package app; public class Base { public void draw() { } }";
    private static final String SHAPE_BASE =
            "package app; public class Base implements Shape { @Override public void draw() { } }";
    private static final String APP_RULES = """
            phases:
              - { phase: working, class: "app.**", method: "work*" }
              - { phase: drawing, implements: app.Shape, method: draw }
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void theConfigurationChanges(Jdk jdk) throws IOException {
        Path config = TestConfig.rules(folder.resolve("config"), rule("before", "Steps", "inner"));
        PlanRuns runs = new PlanRuns(folder, jvm -> jvm.main(Steps.class, "nested"), "config=" + config);
        runs.coldThenWarm(jdk);

        TestConfig.rules(config, rule("after", "Steps", "outer"));

        PlanRuns.Measured changed = runs.next(jdk);
        assertThat(changed.plan()).isEqualTo("cold");
        assertThat(changed.phases()).isEqualTo(Map.of("after", 1));
        PlanRuns.Measured again = runs.next(jdk);
        assertThat(again.plan()).isEqualTo("warm");
        assertThat(again.phases()).isEqualTo(Map.of("after", 1));

        Files.delete(config.resolve("instrumentation.yml"));
        assertThat(runs.next(jdk).phases()).isEmpty();
        assertThat(runs.home().agentLog()).isEmpty();
    }

    /** As in containers, where every file has the same time: a relative path means another file in another folder. */
    @Test
    void aRelativeConfigurationInAnotherFolder() throws IOException {
        FileTime time = FileTime.fromMillis(1_000_000_000);
        String home = new AgentHome(folder.resolve("home")).option();
        for (String project : new String[] {"one", "two"}) {
            Path config = TestConfig.rules(folder.resolve(project).resolve("config"), rule(project, "Steps", "inner"));
            Files.setLastModifiedTime(config.resolve("instrumentation.yml"), time);

            PlanRuns.Measured run = new PlanRuns(folder, jvm -> jvm)
                    .observed(Jvm.on(Jdk.own(), folder.resolve(project))
                            .agent(home, "config=config")
                            .main(Steps.class, "nested"));

            assertThat(run.phases()).isEqualTo(Map.of(project, 2));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void theApplicationIsBuiltAnew(Jdk jdk) {
        Path jar = Packed.sources(folder.resolve("app.jar"), "", main(), SHAPE, PLAIN_BASE, CIRCLE, MAIN);
        PlanRuns runs = app(jar);
        assertThat(runs.next(jdk).phases()).isEqualTo(Map.of("working", 1));

        String more = MAIN.replace("work(); }", "work(); workMore(); }")
                .replace("static void work()", "static void workMore() { System.out.println(3); }\nstatic void work()");
        Packed.sources(jar, "", main(), SHAPE, SHAPE_BASE, CIRCLE, more);

        PlanRuns.Measured changed = runs.next(jdk);
        assertThat(changed.plan()).isEqualTo("cold");
        assertThat(changed.phases()).isEqualTo(Map.of("working", 2, "drawing", 1));
        PlanRuns.Measured again = runs.next(jdk);
        assertThat(again.phases()).isEqualTo(Map.of("working", 2, "drawing", 1));
    }

    /** Circle stays the same to the byte; what it is has changed. */
    @Test
    void aSuperclassInAJarThatOnlyAManifestNames() {
        Path base = Packed.sources(folder.resolve("base.jar"), "", Map.of(), SHAPE, PLAIN_BASE);
        Path jar = Packed.sources(
                folder.resolve("app.jar"),
                base.toString(),
                Map.of("Main-Class", "app.Main", "Class-Path", "base.jar"),
                CIRCLE,
                MAIN);
        PlanRuns runs = app(jar);
        assertThat(runs.next(Jdk.own()).phases()).isEqualTo(Map.of("working", 1));

        Packed.sources(base, "", Map.of(), SHAPE, SHAPE_BASE);

        assertThat(runs.next(Jdk.own()).phases()).isEqualTo(Map.of("working", 1, "drawing", 1));
    }

    /** As an IDE compiles what was edited, and nothing else. */
    @Test
    void aSuperclassInAFolderOfClasses() throws IOException {
        Path classes = folder.resolve("classes");
        Packed.compile(classes, "", SHAPE, PLAIN_BASE, CIRCLE, MAIN);
        PlanRuns runs = new PlanRuns(
                folder,
                jvm -> jvm.main(classes.toString(), "app.Main"),
                "config=" + TestConfig.rules(folder.resolve("config"), APP_RULES));
        assertThat(runs.next(Jdk.own()).phases()).isEqualTo(Map.of("working", 1));

        Packed.compile(classes, classes.toString(), SHAPE_BASE);

        assertThat(runs.next(Jdk.own()).phases()).isEqualTo(Map.of("working", 1, "drawing", 1));
    }

    @Test
    void eachJdkHasAPlanOfItsOwn() {
        PlanRuns runs = new PlanRuns(
                folder,
                jvm -> jvm.main(Steps.class, "nested"),
                "config=" + TestConfig.rules(folder.resolve("config"), rule("inner", "Steps", "inner")));
        for (String plan : new String[] {"cold", "warm"}) {
            for (Jdk jdk : Jdk.all()) {
                PlanRuns.Measured run = runs.next(jdk);
                assertThat(run.plan()).as(jdk.toString()).isEqualTo(plan);
                assertThat(run.phases()).isEqualTo(Map.of("inner", 2));
            }
        }
        assertThat(runs.home().files("plans")).hasSameSizeAs(Jdk.all());
    }

    @Test
    void theAgentIsAnother() throws IOException {
        Path agent = Files.copy(Jvm.AGENT, folder.resolve("perf-agent.jar"));
        PlanRuns runs = new PlanRuns(folder, jvm -> jvm);
        for (long time : new long[] {1_000_000_000, 2_000_000_000}) {
            Files.setLastModifiedTime(agent, FileTime.fromMillis(time));
            for (String plan : new String[] {"cold", "warm"}) {
                assertThat(runs.observed(Jvm.on(Jdk.own(), folder)
                                        .jvm(Jvm.FLAG + agent + "=" + runs.option())
                                        .main(Steps.class, "nested"))
                                .plan())
                        .isEqualTo(plan);
            }
        }
    }

    private PlanRuns app(Path jar) {
        return new PlanRuns(
                folder, jvm -> jvm.jar(jar), "config=" + TestConfig.rules(folder.resolve("config"), APP_RULES));
    }

    private static Map<String, String> main() {
        return Map.of("Main-Class", "app.Main");
    }

    private static String rule(String phase, String className, String method) {
        return "phases:\n  - { phase: " + phase + ", class: org.example." + className + ", method: " + method + " }\n";
    }
}
