package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.example.Later;
import org.example.Plugins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Classes that a plan meets under one name in many forms, or does not know at all. */
final class PlanLoadersIT {
    private static final String PLUGIN_RULES = """
            phases:
              - { phase: working, class: plugin.Main, method: "work*" }
            """;
    private static final String SHAPE_RULES = """
            phases:
              - { phase: drawing, implements: plugin.Shape, method: draw }
            """;
    private static final String LATER_RULES = """
            commands:
              - { class: org.example.Later, method: command, name: take }
            phases:
              - { phase: first, class: org.example.Later.First, method: work }
              - { phase: second, class: org.example.Later.Second, method: work }
            """;
    private static final String ONE = """
            package plugin; public class Main implements Runnable {
            @Override public void run() { work(); }
            void work() { System.out.println("one"); } }""";
    private static final String TWO = """
            package plugin; public class Main implements Runnable {
            @Override public void run() { workA(); workB(); }
            void workA() { System.out.println("A"); }
            void workB() { System.out.println("B"); } }""";
    private static final String SHAPE = "package plugin; public interface Shape { void draw(); }";
    private static final String PLAIN_BASE = "package plugin; public class Base { public void draw() { } }";
    private static final String SHAPE_BASE =
            "package plugin; public class Base implements Shape { @Override public void draw() { } }";
    private static final String DRAWING = """
            package plugin; public class Main extends Base implements Runnable {
            @Override public void run() { draw(); }
            @Override public void draw() { System.out.println("drawn"); } }""";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void oneNameInTwoLoaders(Jdk jdk) {
        Path one = Packed.sources(folder.resolve("one.jar"), "", Map.of(), ONE);
        Path two = Packed.sources(folder.resolve("two.jar"), "", Map.of(), TWO);

        assertThat(plugins(PLUGIN_RULES, one, two, one).coldThenWarm(jdk).phases())
                .isEqualTo(Map.of("working", 4));
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void aFormThatTheFirstRunDidNotMeet(Jdk jdk) {
        Path one = Packed.sources(folder.resolve("one.jar"), "", Map.of(), ONE);
        Path two = Packed.sources(folder.resolve("two.jar"), "", Map.of(), TWO);
        PlanRuns runs = plugins(PLUGIN_RULES, one);
        runs.coldThenWarm(jdk);

        PlanRuns.Measured both = runs.next(jdk, jvm -> jvm.main(Plugins.class, one.toString(), two.toString()));
        PlanRuns.Measured again = runs.next(jdk, jvm -> jvm.main(Plugins.class, one.toString(), two.toString()));

        assertThat(both.plan()).isEqualTo("cold");
        assertThat(both.phases()).isEqualTo(Map.of("working", 3));
        assertThat(again.plan()).isEqualTo("warm");
        assertThat(again.phases()).isEqualTo(Map.of("working", 3));
        assertThat(runs.next(jdk).plan()).isEqualTo("warm");
        assertThat(runs.home().files("plans")).hasSize(1);
    }

    /** Main is the same to the byte in both; only one is a shape. */
    @Test
    void theSameBytesBelowAnotherSuperclass() {
        Path plain = Packed.sources(folder.resolve("plain.jar"), "", Map.of(), SHAPE, PLAIN_BASE, DRAWING);
        Path shape = Packed.sources(folder.resolve("shape.jar"), "", Map.of(), SHAPE, SHAPE_BASE, DRAWING);

        assertThat(plugins(SHAPE_RULES, plain, shape).next(Jdk.own()).phases()).isEqualTo(Map.of("drawing", 1));
        assertThat(plugins(SHAPE_RULES, shape).next(Jdk.own()).phases()).isEqualTo(Map.of("drawing", 1));
        assertThat(plugins(SHAPE_RULES, plain).next(Jdk.own()).phases()).isEmpty();
    }

    /** It was found in its folder, and asked about then. */
    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void aClassThatTheFirstRunDidNotLoad(Jdk jdk) {
        PlanRuns runs = later("first");
        assertThat(runs.coldThenWarm(jdk).phases()).isEqualTo(Map.of("first", 1));

        PlanRuns.Measured more = runs.next(jdk, jvm -> jvm.main(Later.class, "first", "second"));
        PlanRuns.Measured again = runs.next(jdk, jvm -> jvm.main(Later.class, "first", "second"));

        assertThat(more.plan()).isEqualTo("warm");
        assertThat(more.phases()).isEqualTo(Map.of("first", 1, "second", 1));
        assertThat(again.plan()).isEqualTo("warm");
        assertThat(again.phases()).isEqualTo(Map.of("first", 1, "second", 1));
        assertThat(runs.next(jdk).plan()).isEqualTo("warm");
        assertThat(runs.home().agentLog()).isEmpty();
    }

    /** The command's record says nothing of it, but the next run need not weave it again. */
    @Test
    void aClassThatIsLoadedAfterTheOnlyCommand() throws IOException {
        PlanRuns runs = later("first", "--", "second");
        runs.next(Jdk.own());
        Path loaded = folder.resolve("loaded.txt");

        runs.next(Jdk.own(), jvm -> jvm.jvm("-Xlog:class+load:file=" + loaded)
                .main(Later.class, "first", "--", "second"));

        assertThat(Files.readAllLines(loaded))
                .anyMatch(line -> line.contains("org.example.Later$Second"))
                .noneMatch(line -> line.contains("dev.perfagent.weave."));
    }

    private PlanRuns plugins(String rules, Path... jars) {
        String[] arguments = List.of(jars).stream().map(Path::toString).toArray(String[]::new);
        return new PlanRuns(
                folder,
                jvm -> jvm.main(Plugins.class, arguments),
                "config=" + TestConfig.rules(folder.resolve("config"), rules));
    }

    private PlanRuns later(String... arguments) {
        return new PlanRuns(
                folder,
                jvm -> jvm.main(Later.class, arguments),
                "config=" + TestConfig.rules(folder.resolve("config"), LATER_RULES));
    }
}
