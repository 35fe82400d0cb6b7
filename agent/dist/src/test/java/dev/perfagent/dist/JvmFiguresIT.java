package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.example.Figures;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What is recorded of the JVM is what the JVM itself says, by its management beans and its log. */
final class JvmFiguresIT {
    private static final String RULES = """
        phases:
          - { phase: allocates, class: org.example.Figures, method: allocates }
          - { phase: collects, class: org.example.Figures, method: collects }
        """;

    private static final String AGENT = "dev.perfagent.launch.PerfAgent";
    private static final long MB = 1024 * 1024;
    private static final int KEPT_MB = 32;
    private static final int MORE_MB = 96;
    private static final int THROWN_AWAY_MB = 64;

    /**
     * The agent looks ten times from one marker to the next, and the program holds the larger heap from one to the next. So the
     * average is wrong by a few percent; what is no average, such as the peak or the heap at the end, is wrong by more than this.
     */
    private static final double LEAST = 0.6;

    private static final double MOST = 1.4;

    /** The end of the run, which comes after what the program prints, loads some classes of the agent. */
    private static final int CLASSES_OF_THE_END = 400;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void theRecordSaysWhatTheJvmSays(Jdk jdk) throws IOException {
        AgentHome home = new AgentHome(folder.resolve("home"));
        Path rules = Files.createDirectories(folder.resolve("perf"));
        Files.writeString(rules.resolve("instrumentation.yml"), RULES);
        Path log = folder.resolve("loaded.txt");
        Jvm.Ended ended = Jvm.on(jdk, folder)
                .agent(home.option(), "config=" + rules)
                .jvm("-XX:+UseSerialGC", "-Xmx256m", ClassLog.to(log))
                .main(Figures.class, home.folder().resolve("running").toString())
                .run();
        Said said = new Said(ended.out());
        JsonNode run = home.onlyRun();
        JsonNode duration = run.path("duration");
        JsonNode usage = run.path("resource_usage");

        List<String> lines = Files.readAllLines(log);
        double main = duration.path("until_main_ms").asDouble();
        assertThat(main).isGreaterThanOrEqualTo(said.of("initialised") - 1.0);
        assertThat(main - duration.path("jvm_startup_ms").asDouble())
                .as("from the agent's start to main")
                .isBetween(0.0, loadedAt(lines, Figures.class.getName() + "$InMain") - loadedAt(lines, AGENT) + 1);
        assertThat(duration.path("until_command_ms").asDouble())
                .as("main is the command")
                .isEqualTo(main);
        assertThat(usage.path("classes_loaded").asLong())
                .isBetween(said.of("classes"), said.of("classes") + CLASSES_OF_THE_END);
        assertThat(usage.path("classes_loaded").asLong()).isBetween(said.of("classes"), count(lines, " source: "));
        long shared = count(lines, "source: shared objects file");
        assertThat(usage.path("classes_shared").asLong()).isBetween(shared * 9 / 10, shared);
        assertThat(usage.path("jit_ms").asDouble()).isGreaterThanOrEqualTo(said.of("jit") - 1.0);
        assertThat(usage.path("gc_count").asLong())
                .isEqualTo(said.of("collections"))
                .isGreaterThan(2);
        assertThat(usage.path("gc_ms").asDouble()).isPositive().isLessThanOrEqualTo(said.of("collecting") * 1.1 + 2.0);
        assertThat(usage.path("peak_memory_mb").asDouble()).isBetween(KEPT_MB + MORE_MB + 1.0, said.of("peak") + 80.0);
        assertThat(usage.path("average_memory_mb").asDouble())
                .isBetween(said.of("average") * LEAST, said.of("average") * MOST);
        assertThat(duration.at("/phases/allocates/allocated_bytes").asLong())
                .isBetween(THROWN_AWAY_MB * MB, (THROWN_AWAY_MB + 1) * MB);
        assertThat(duration.at("/phases/collects/allocated_bytes").asLong()).isBetween(0L, MB);
    }

    /** What the program printed, {@code name=number} a line. */
    private record Said(String out) {
        long of(String name) {
            return out.lines()
                    .filter(line -> line.startsWith(name + '='))
                    .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
                    .sum();
        }
    }

    /** Milliseconds since the JVM's start, by a line such as {@code [0.695s][info][class,load] NAME source: …}. */
    private static double loadedAt(List<String> lines, String type) {
        String line = lines.stream()
                .filter(each -> each.contains("] " + type + " source: "))
                .findFirst()
                .orElseThrow();
        return ClassLog.at(line) * 1000;
    }

    private static long count(List<String> lines, String text) {
        return lines.stream().filter(line -> line.contains(text)).count();
    }
}
