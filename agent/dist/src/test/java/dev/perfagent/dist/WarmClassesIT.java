package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a warm run loads because of us. A cold JVM pays for every class, and for some far more than for others: the list of those
 * that a warm run stays away from is in DESIGN, section 5.
 */
final class WarmClassesIT {
    private static final List<String> BANNED = List.of(
            "org.objectweb.asm.",
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
            "java.lang.runtime.ObjectMethods",
            "java.io.ObjectInputStream",
            "java.security.SecureRandom",
            // what a program does not use
            "dev.perfagent.github.",
            "dev.perfagent.observe.cache.",
            "dev.perfagent.observe.http.",
            "dev.perfagent.observe.process.",
            "dev.perfagent.observe.rule.");

    /** As much as a run that weaves can do without: comparing two records the first time takes 50 ms on a slow machine. */
    private static final List<String> BANNED_WHEN_COLD = List.of(
            "tools.jackson.",
            "org.snakeyaml.",
            "java.util.logging.",
            "java.lang.management.",
            "java.util.Formatter",
            "java.lang.runtime.ObjectMethods",
            "java.lang.invoke.StringConcatFactory",
            "java.io.ObjectInputStream");

    /** What the JDK's own map loads when two threads meet in it: whether they do is chance. */
    private static final Set<String> BY_CHANCE = Set.of(
            "java.util.Random",
            "java.util.concurrent.ConcurrentHashMap$CounterCell",
            "java.util.concurrent.ConcurrentHashMap$ForwardingNode",
            "java.util.concurrent.ThreadLocalRandom",
            "java.util.random.RandomGenerator",
            "jdk.internal.util.random.RandomSupport");

    /**
     * Measured: 118 on JDK 17 and 125 on JDK 25, of which 84 are ours. Four come on the sampler's thread with the classes of the
     * JDK that are loaded early.
     */
    private static final int CEILING = 122;

    private static final int CEILING_FROM_25 = 129;

    /** With enough runs before it to be compared with, three more of ours find out that a run is not slower. */
    private static final int FOR_COMPARISON = 3;

    private static final String MAIN = """
        package app; public class Main { public static void main(String[] a) { System.out.println(a.length); } }\
        """;
    private static final String RESTING = """
        package app; public class Main {
          public static void main(String[] a) throws Exception { rest(); }
          private static void rest() throws Exception { Thread.sleep(700); } }\
        """;
    private static final String RESTING_PHASE = "phases: [{ phase: resting, class: app.Main, method: rest }]\n";

    /** Seconds. */
    private static final double FIRST_LOOK_AT_THREADS = 0.5;

    private static final String IDLE_AGENT = """
        package idle; public class Agent { public static void premain(String options) { } }\
        """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void areFewAndNoneOfTheDearOnes(Jdk jdk) throws IOException {
        Path main = Packed.sources(folder.resolve("main.jar"), "", Map.of("Main-Class", "app.Main"), MAIN);
        Path idle = Packed.sources(folder.resolve("idle.jar"), "", Map.of("Premain-Class", "idle.Agent"), IDLE_AGENT);
        Path with = folder.resolve("with.txt");
        Path without = folder.resolve("without.txt");
        PlanRuns runs = new PlanRuns(folder, jvm -> jvm.jvm(ClassLog.to(with)).jar(main));
        runs.next(jdk);
        List<String> cold = ClassLog.loaded(with);

        PlanRuns.Measured warm = runs.next(jdk);
        List<String> first = ClassLog.loaded(with);
        rememberSlowerRuns(runs.home().folder().resolve("recent/main/main"));
        runs.next(jdk);
        List<String> compared = ClassLog.loaded(with);
        Jvm.Ended expected = Jvm.on(jdk, folder)
                .jvm("-javaagent:" + idle, ClassLog.to(without))
                .jar(main)
                .run();

        assertThat(warm.plan()).isEqualTo("warm");
        assertThat(warm.ended().out()).isEqualTo(expected.out());
        Set<String> there = new HashSet<>(ClassLog.loaded(without));
        assertThat(there).contains("idle.Agent");
        assertThat(beside(there, cold))
                .anyMatch(name -> name.startsWith("org.objectweb.asm."))
                .noneMatch(name -> BANNED_WHEN_COLD.stream().anyMatch(name::startsWith));
        int ceiling = jdk.feature() < 25 ? CEILING : CEILING_FROM_25;
        assertFew(beside(there, first), ceiling);
        assertThat(compared)
                .contains("dev.perfagent.threshold.Regression")
                .doesNotContain("dev.perfagent.threshold.Judge");
        assertFew(beside(there, compared), ceiling + FOR_COMPARISON);
    }

    /** What phases use of a CPU and allocate is read by them. */
    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void thoseOfManagementAreLoadedAfterHalfASecond(Jdk jdk) throws IOException {
        Path main = Packed.sources(folder.resolve("main.jar"), "", Map.of("Main-Class", "app.Main"), RESTING);
        Path log = folder.resolve("loaded.txt");
        PlanRuns runs = new PlanRuns(
                folder,
                jvm -> jvm.jvm(ClassLog.to(log)).jar(main),
                "config=" + TestConfig.rules(folder.resolve("config"), RESTING_PHASE));
        for (String plan : List.of("cold", "warm")) {
            PlanRuns.Measured run = runs.next(jdk);

            assertThat(run.plan()).isEqualTo(plan);
            assertThat(run.phases()).containsKey("resting");
            assertThat(ClassLog.loadedBefore(FIRST_LOOK_AT_THREADS, log))
                    .isNotEmpty()
                    .noneMatch(name -> name.contains("management"));
        }
    }

    /** As many as make a history, so slow that no busy machine makes the next run look slower. */
    private static void rememberSlowerRuns(Path recent) throws IOException {
        List<String> lines = Files.readAllLines(recent);
        String fingerprint = lines.get(lines.size() - 1).split(" ", -1)[0];
        Files.writeString(recent, (fingerprint + " 600000.0 S 0.0 600000.0 600000.0 - -\n").repeat(30));
    }

    private static List<String> beside(Set<String> there, List<String> loaded) {
        return loaded.stream()
                .filter(name -> !there.contains(name) && !BY_CHANCE.contains(name))
                .sorted()
                .toList();
    }

    private static void assertFew(List<String> ours, int ceiling) {
        assertThat(ours).anyMatch(name -> name.startsWith("dev.perfagent."));
        assertThat(ours).noneMatch(name -> BANNED.stream().anyMatch(name::startsWith));
        assertThat(ours).noneMatch(name -> name.startsWith("dev.perfagent.") && name.contains("Lambda"));
        assertThat(ours).noneMatch(name -> name.contains(".http") || name.contains("URLConnection"));
        assertThat(ours).hasSizeLessThanOrEqualTo(ceiling);
    }
}
