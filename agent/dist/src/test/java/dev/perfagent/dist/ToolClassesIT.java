package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the two commands load that are asked most: in a JVM that has just started, classes are what a short command costs. */
final class ToolClassesIT {
    private static final List<String> BANNED = List.of(
            "org.objectweb.asm.",
            "tools.jackson.databind.",
            "org.jline.",
            "org.snakeyaml.",
            "java.sql.",
            "java.util.Formatter",
            "java.util.logging.",
            "java.lang.management.",
            "dev.perfagent.cli.command.CompareCommand", // stands for all commands that were not asked for
            "dev.perfagent.weave.");

    /**
     * Measured: {@code runs} 1,365 on JDK 17 and 1,555 on JDK 25, {@code check} 1,423 and 1,641; and a twentieth for other builds
     * of a JDK.
     */
    private static final Map<String, Integer> CEILINGS = Map.of("runs", 1640, "check", 1730);

    private static final String MAIN = """
            package app; public class Main { public static void main(String[] a) { System.out.println(a.length); } }""";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void ofRunsAndCheckAreFewAndNoneOfTheDearOnes(Jdk jdk) throws IOException {
        Path main = Packed.sources(folder.resolve("main.jar"), "", Map.of("Main-Class", "app.Main"), MAIN);
        Path home = folder.resolve("home");
        Path without = folder.resolve("without.txt");
        Jvm.on(jdk, folder)
                .jvm(ClassLog.to(without))
                .agent("home=" + home)
                .jar(main)
                .run();
        Jvm.on(jdk, folder).jvm(ClassLog.to(without)).jar(main).run();
        Set<String> there = new HashSet<>(ClassLog.loaded(without));
        assertThat(there).contains("app.Main");

        for (Map.Entry<String, Integer> command : CEILINGS.entrySet()) {
            Path with = folder.resolve(command.getKey() + ".txt");
            Jvm.Ended ended = Jvm.on(jdk, folder)
                    .jvm(ClassLog.to(with))
                    .jar(Jvm.AGENT, command.getKey(), "--home", home.toString())
                    .run();

            assertThat(ended.exitCode()).as(ended.stderr()).isZero();
            assertThat(ended.out()).contains("main");
            List<String> loaded = ClassLog.loaded(with).stream()
                    .filter(name -> !there.contains(name))
                    .sorted()
                    .toList();
            assertThat(loaded).anyMatch(name -> name.startsWith("dev.perfagent."));
            assertThat(loaded).as(command.getKey()).noneMatch(name -> BANNED.stream()
                    .anyMatch(name::startsWith));
            assertThat(loaded).as(command.getKey()).hasSizeLessThanOrEqualTo(command.getValue());
        }
    }
}
