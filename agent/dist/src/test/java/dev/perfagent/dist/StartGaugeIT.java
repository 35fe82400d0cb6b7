package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** In a short run the start of the JVM shows how slow the CPU was. */
final class StartGaugeIT {
    private static final String MAIN = """
            package app; public class Main {
                public static void main(String[] arguments) { System.out.println("done"); }
            }""";

    private static final String SLOW_CLASS = """
            package app; public class Main {
                static {
                    long from = System.nanoTime();
                    while (System.nanoTime() - from < 30_000_000) { Thread.onSpinWait(); }
                }
                public static void main(String[] arguments) { System.out.println("done"); }
            }""";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void itIsTheCpuTimeOfMainsThreadUntilMain(Jdk jdk) {
        PlanRuns runs = runs(MAIN);
        JsonNode cold = runs.next(jdk).onlyRecord();
        JsonNode warm = runs.next(jdk).onlyRecord();

        assertThat(cold.path("resource_usage").path("gauge_ms").isNull()).isTrue();
        JsonNode usage = warm.path("resource_usage");
        assertThat(usage.path("gauge_id").asString()).matches("[0-9a-f]{16}-start");
        assertThat(usage.path("gauge_ms").asDouble())
                .isBetween(5.0, warm.path("duration").path("until_main_ms").asDouble() + 20);
        assertThat(usage.path("look_us").isNull()).isTrue();
        assertThat(runs.home().files("recent")).anySatisfy(file -> assertThat(file)
                .content()
                .contains(usage.path("gauge_id").asString()));
    }

    /** That is work of the application, which may become more. */
    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void withASlowStaticInitialiserOfTheMainClassItIsNotKnown(Jdk jdk) {
        PlanRuns runs = runs(SLOW_CLASS);
        runs.next(jdk);

        JsonNode usage = runs.next(jdk).onlyRecord().path("resource_usage");

        assertThat(usage.path("gauge_ms").isNull()).isTrue();
        assertThat(usage.path("gauge_id").isNull()).isTrue();
        assertThat(usage.path("thread_cpu_ms").asDouble()).isPositive();
    }

    private PlanRuns runs(String main) {
        String jar =
                Packed.sources(folder.resolve("main.jar"), "", Map.of(), main).toString();
        return new PlanRuns(folder, jvm -> jvm.main(jar, "app.Main"));
    }
}
