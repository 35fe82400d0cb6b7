package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.dist.fuzz.ToolInJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.example.Clocked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Durations stay right and times follow when the clock on the wall is set while a run goes on; a preloaded library sets it for
 * one process.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere libraries are preloaded in other ways")
final class MovingClockIT {
    private static final String RULES = "phases:\n"
            + "  - { phase: work, class: org.example.Clocked, method: work, min_ms: 0 }\n"
            + "  - { phase: set, class: org.example.Clocked, method: set, min_ms: 0 }\n";

    private static final Pattern NEGATIVE = Pattern.compile("(?<!\\d)-\\d[\\d,.]* ?(ms|s|m|h)\\b");

    /** How far the clock is ahead, and how many nanoseconds more for each one that passes. */
    private record Setting(Duration ahead, long faster) {
        static final Setting RIGHT = new Setting(Duration.ZERO, 0);

        static Setting ahead(Duration by) {
            return new Setting(by, 0);
        }
    }

    /** One for all: the plan that the first run makes serves the others. */
    @TempDir
    private static Path folder;

    private AgentHome home;

    @BeforeEach
    void findHome() {
        home = new AgentHome(folder.resolve("home"));
        home.keepPlansOnly();
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    @NeedsProgram({"cc", "--version"})
    void durationsAreThoseOfTheClockThatNobodySets(Jdk jdk) throws Exception {
        Setting racing = new Setting(Duration.ZERO, 1000); // set all the time, the JVM's own start included
        List<Setting> later = List.of(
                Setting.ahead(Duration.ofHours(-2)), Setting.ahead(Duration.ofDays(900)), racing, Setting.RIGHT);
        for (Setting then : later) {
            home.keepPlansOnly();
            long start = System.nanoTime();
            Jvm.Ended ended = clocked(jdk, then.equals(Setting.RIGHT) ? racing : Setting.RIGHT, then)
                    .run();
            double most = (System.nanoTime() - start) / 1e6;

            assertThat(ended.exitCode()).as(ended.stderr()).isZero();
            JsonNode run = home.onlyRun();
            JsonNode duration = run.path("duration");
            double process = ms(duration.path("process_ms"), 500, most);
            double total = ms(duration.path("total_ms"), 500, process);
            ms(duration.path("jvm_startup_ms"), 0, process - total);
            ms(duration.path("phases").path("work").path("ms"), 400, total);
            ms(duration.path("phases").path("set").path("ms"), 200, total);
            ms(run.path("processes").path(0).path("ms"), 100, total);
            for (String cost : List.of("premain_ms", "weave_ms", "exit_ms")) {
                ms(run.path("self").path(cost), 0, most);
            }
            assertThat(between(run)).isCloseTo(Duration.ofNanos((long) (total * 1e6)), Duration.ofMillis(2));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    @NeedsProgram({"cc", "--version"})
    void theNextRunBeginsWhereTheClockIsThen(Jdk jdk) throws Exception {
        Setting back = Setting.ahead(Duration.ofDays(-2));
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        clocked(jdk, Setting.RIGHT, back).run();
        clocked(jdk, back, Setting.RIGHT).run();

        List<JsonNode> runs = home.runs(); // by day: the one that began two days ago is the first
        assertThat(runs).hasSize(2);
        assertThat(time(runs.get(0), "timestamp"))
                .isBetween(before.minus(Duration.ofDays(2)), Instant.now().minus(Duration.ofDays(2)));
        assertThat(time(runs.get(1), "timestamp")).isBetween(before, Instant.now());
        for (JsonNode run : runs) {
            String page = tool("runs", "show", run.path("execution_id").asString());
            assertThat(page).contains("process").doesNotContainPattern(NEGATIVE);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    @NeedsProgram({"cc", "--version"})
    void aKilledRunEndsAfterItsBeginning(Jdk jdk) throws Exception {
        Jvm.Started started = clocked(jdk, Setting.RIGHT, Setting.ahead(Duration.ofHours(-2)), "wait")
                .start();
        started.awaitOutput("waiting");
        String known = markers(); // the next one is written after the clock was set
        Wait.until(() -> !markers().isEmpty() && !markers().equals(known), () -> "no start marker");
        started.process().destroyForcibly().waitFor();

        String page = tool("runs", "show", "last");
        assertThat(page).contains("killed").doesNotContainPattern(NEGATIVE);
        JsonNode run = home.onlyRun();
        double total = run.path("duration").path("total_ms").asDouble();
        assertThat(total).isPositive();
        assertThat(between(run)).isCloseTo(Duration.ofNanos((long) (total * 1e6)), Duration.ofMillis(2));
    }

    private Jvm clocked(Jdk jdk, Setting first, Setting then, String... more) throws Exception {
        String clock = folder.resolve("clock").toString();
        Clocked.write(clock, first.ahead().toNanos(), first.faster());
        List<String> arguments =
                new ArrayList<>(List.of(clock, Long.toString(then.ahead().toNanos()), Long.toString(then.faster())));
        arguments.addAll(List.of(more));
        return Jvm.on(jdk, folder)
                .environment("LD_PRELOAD", library().toString())
                .environment("WALL_CLOCK", clock)
                .agent(home.option(), "config=" + TestConfig.rules(folder.resolve("config"), RULES))
                .main(Clocked.class, arguments.toArray(String[]::new));
    }

    private static Path library() throws Exception {
        Path library = folder.resolve("wall_clock.so");
        if (!Files.exists(library)) {
            String source = Jvm.TEST_CLASSES.resolve("wall_clock.c").toString();
            Process compiler = new ProcessBuilder(
                            "cc",
                            "-shared",
                            "-fPIC",
                            "-O2",
                            "-nostdlib",
                            "-fno-builtin",
                            "-o",
                            library.toString(),
                            source)
                    .inheritIO()
                    .start();
            assertThat(compiler.waitFor()).isZero();
        }
        return library;
    }

    private String tool(String... arguments) {
        ToolInJar.Ended ended = ToolHere.run(home, arguments);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return ended.out();
    }

    private String markers() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path marker : home.files("running")) {
            if (marker.toString().endsWith(".json")) {
                text.append(Files.readString(marker));
            }
        }
        return text.toString();
    }

    private static double ms(JsonNode field, double least, double most) {
        assertThat(field.isNumber()).as("%s", field).isTrue();
        assertThat(field.asDouble()).isBetween(least, most);
        return field.asDouble();
    }

    private static Duration between(JsonNode run) {
        return Duration.between(time(run, "timestamp"), time(run, "end_timestamp"));
    }

    private static Instant time(JsonNode run, String name) {
        return Instant.parse(run.path(name).asString());
    }
}
