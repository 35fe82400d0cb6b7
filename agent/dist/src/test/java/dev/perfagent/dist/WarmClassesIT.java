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

/**
 * What a warm run loads because of us. A cold JVM pays for every class, and for some far more than for others: the list of those that
 * a warm run stays away from is in DESIGN, section 5.
 */
final class WarmClassesIT {
    private static final List<String> BANNED = List.of(
            "net.bytebuddy.",
            "tools.jackson.",
            "org.snakeyaml.",
            "java.util.logging.",
            "java.lang.management.",
            "sun.management.",
            "com.sun.management.",
            "java.util.regex.",
            "java.util.Formatter",
            "java.lang.ProcessHandleImpl$", // the class itself is loaded early, to be woven; what it needs is not
            "java.time.",
            "java.nio.channels.FileChannel",
            "java.lang.invoke.StringConcatFactory",
            "java.io.ObjectInputStream",
            "java.security.SecureRandom");

    /**
     * Measured: 151 on JDK 17 and 175 to 178 on JDK 25, of which 73 are ours, and some 39 come on the sampler's thread with the HTTP and
     * process classes that are loaded early; and a twentieth for other builds of a JDK. Three of ours, with what they need, read how long
     * the command's thread waited for a CPU; seven more read and keep what the next runs are compared with, which takes no configuration.
     */
    private static final int CEILING = 198;

    private static final String MAIN = """
            package app; public class Main { public static void main(String[] a) { System.out.println(a.length); } }""";
    private static final String IDLE_AGENT = """
            package idle; public class Agent { public static void premain(String options) { } }""";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void areFewAndNoneOfTheDearOnes(Jdk jdk) throws IOException {
        Path main = Packed.sources(folder.resolve("main.jar"), "", Map.of("Main-Class", "app.Main"), MAIN);
        Path idle = Packed.sources(folder.resolve("idle.jar"), "", Map.of("Premain-Class", "idle.Agent"), IDLE_AGENT);
        PlanRuns runs = new PlanRuns(folder, jvm -> jvm.jar(main));
        runs.next(jdk);
        Path with = folder.resolve("with.txt");
        Path without = folder.resolve("without.txt");

        PlanRuns.Measured warm =
                runs.next(jdk, jvm -> jvm.jvm(ClassLog.to(with)).jar(main));
        Jvm.Ended expected = Jvm.on(jdk, folder)
                .jvm("-javaagent:" + idle, ClassLog.to(without))
                .jar(main)
                .run();

        assertThat(warm.plan()).isEqualTo("warm");
        assertThat(warm.ended().out()).isEqualTo(expected.out());
        Set<String> there = new HashSet<>(ClassLog.loaded(without));
        assertThat(there).contains("idle.Agent");
        List<String> ours = ClassLog.loaded(with).stream()
                .filter(name -> !there.contains(name))
                .sorted()
                .toList();
        assertThat(ours).anyMatch(name -> name.startsWith("dev.perfagent."));
        assertThat(ours).noneMatch(name -> BANNED.stream().anyMatch(name::startsWith));
        assertThat(ours).noneMatch(name -> name.startsWith("dev.perfagent.") && name.contains("Lambda"));
        assertThat(ours).hasSizeLessThanOrEqualTo(CEILING);
    }
}
