package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.dist.fuzz.ToolInJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.example.SideBySide;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** All threads share one heap, so how much it grew in a phase is known only while no other thread is in one. */
final class PhasesOnThreadsIT {
    private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

    private static final String RULES = """
        application: { name: side }
        phases:
          - { phase: crowded, class: org.example.SideBySide, method: crowded }
          - { phase: inner, class: org.example.SideBySide, method: inner }
          - { phase: lonely, class: org.example.SideBySide, method: lonely }
        """;
    private static final String LIMITS = "benchmarks: { commands: { side: { max_heap_delta_mb: 1 } } }\n";
    private static final String ADVICE_ON_GROWTH = "grew the heap most";

    @TempDir
    private Path folder;

    /** A run, and what {@code runs show} prints of its phases' resources. */
    private record Shown(JsonNode run, String resources) {
        JsonNode heap(String phase) {
            JsonNode found = run.path("duration").path("phases").path(phase);
            assertThat(found.path("count").asInt()).as(phase).isEqualTo(4);
            return found.path("heap_delta_bytes");
        }

        /** The last column of its row. */
        String shownHeap(String phase) {
            return resources
                    .lines()
                    .filter(line -> line.startsWith("  " + phase + " "))
                    .map(line -> line.substring(line.lastIndexOf("  ") + 2))
                    .findFirst()
                    .orElseThrow();
        }

        String advice() {
            assertThat(run.path("alerts").size()).as("%s", run).isEqualTo(1);
            assertThat(run.path("alerts").path(0).path("measure").asString()).isEqualTo("heap_growth");
            return run.path("alerts").path(0).path("tips").toString();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void theGrowthInPhasesThatOverlapIsNobodys(Jdk jdk) throws Exception {
        for (String kind : kinds(jdk)) {
            Shown shown = shown(jdk, kind, "in-turn", "at-once");

            assertThat(shown.heap("crowded").isNull()).as(kind).isTrue();
            assertThat(shown.heap("inner").isNull()).as(kind).isTrue();
            assertThat(shown.shownHeap("crowded")).isEqualTo("-");
            assertThat(shown.shownHeap("inner")).isEqualTo("-");
            assertThat(shown.advice()).as(kind).doesNotContain(ADVICE_ON_GROWTH);
            assertKnown(shown, kind);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void theGrowthInPhasesOneAfterTheOtherIsKnown(Jdk jdk) throws Exception {
        for (String kind : kinds(jdk)) {
            Shown shown = shown(jdk, kind, "in-turn");

            assertKnown(shown, kind);
            assertThat(shown.advice()).as(kind).contains("Phase 'lonely' " + ADVICE_ON_GROWTH + ", by 16");
        }
    }

    /** Four blocks of 4 MB. */
    private static void assertKnown(Shown shown, String kind) {
        assertThat(shown.heap("lonely").asLong()).as(kind).isBetween(16L << 20, 17L << 20);
        assertThat(shown.shownHeap("lonely")).as(kind).matches("\\+16\\.\\d MB");
    }

    private static List<String> kinds(Jdk jdk) {
        return jdk.feature() >= FIRST_WITH_VIRTUAL_THREADS ? List.of("platform", "virtual") : List.of("platform");
    }

    private Shown shown(Jdk jdk, String kind, String... what) throws Exception {
        AgentHome home = new AgentHome(folder.resolve(kind));
        Path config = TestConfig.rules(folder.resolve("config"), RULES);
        Files.writeString(config.resolve("benchmarks.yml"), LIMITS);
        String[] arguments = new String[what.length + 1];
        arguments[0] = kind;
        System.arraycopy(what, 0, arguments, 1, what.length);
        // So large a young generation that no collection changes the figures.
        Jvm.Ended ended = Jvm.on(jdk, folder)
                .agent(home.option(), "config=" + config)
                .jvm("-XX:+UseSerialGC", "-Xms256m", "-Xmn200m", "-XX:TieredStopAtLevel=1")
                .main(SideBySide.class, arguments)
                .run();
        assertThat(ended.out()).isEqualTo("kept " + 4 * what.length + System.lineSeparator());
        return new Shown(home.onlyRun(), resources(home));
    }

    private static String resources(AgentHome home) {
        ToolInJar.Ended show = ToolHere.run(home, "runs", "show", "last");
        assertThat(show.exitCode()).as(show.err()).isZero();
        int begin = show.out().indexOf("Resources of phases");
        int end = show.out().indexOf("\n\n", begin);
        return show.out().substring(begin, end < 0 ? show.out().length() : end);
    }
}
