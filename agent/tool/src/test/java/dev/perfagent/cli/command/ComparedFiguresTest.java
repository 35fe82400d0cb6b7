package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.sample.SampleRun;
import dev.perfagent.sample.SampleSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is compared beside time, and how much may change: the verdicts and their figures. */
class ComparedFiguresTest {
    private static final String THEN = "2026-11-02T08:00:00Z";
    private static final String NOW = "2026-11-20T08:00:00Z";

    @TempDir
    private Path home;

    private SampleSeries series;

    @BeforeEach
    void begin() {
        series = new SampleSeries(home, 1, 0.05);
    }

    @Test
    void aTinyPValueIsNoZero() throws IOException {
        series.add(80, THEN, 1800, run -> run.with("application_version", "1.9"));
        series.add(80, NOW, 2400, UnaryOperator.identity());

        JsonNode total = json("--baseline", "1.9", "--current", "2.0.0")
                .path("commands")
                .path(0)
                .path("total");

        assertThat(total.path("p_value").doubleValue()).isPositive().isLessThan(1e-20);
        assertThat(total.path("p_corrected")).isEqualTo(total.path("p_value"));
    }

    @Test
    void aProvenSlowdownWithinTheToleranceIsSaidAndMayBeMadeAWarning() throws IOException {
        series.add(40, THEN, 1800, run -> run.with("application_version", "1.9"));
        series.add(40, NOW, 2030, UnaryOperator.identity());

        ToolRun run = compare("--baseline", "1.9", "--current", "2.0.0");
        assertThat(run.out())
                .contains("verdict        slower, within tolerance: ghpm batch")
                .contains("slower, within 20%");
        assertThat(run.code()).isZero();
        assertThat(run.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertThat(json("--baseline", "1.9", "--current", "2.0.0")
                        .path("verdict")
                        .asString())
                .isEqualTo("worse_within_tolerance");

        for (String tolerance : new String[] {"5%", "0.05", "5 %"}) {
            ToolRun strict = compare("--baseline", "1.9", "--current", "2.0.0", "--tolerance", tolerance);
            assertThat(strict.out()).contains("tolerance      5%").contains("warning: ghpm batch");
            assertThat(strict.code()).isEqualTo(1);
        }
    }

    @Test
    void onABusyMachineTimesOnTheClockAreMarkedAsNotCounted() throws IOException {
        String busy = """
            {"cpu_time_ms": 900, "jvm_cpu_ms": 300, "thread_cpu_ms": 500, "cpu_wait_ms": 700, "allocated_bytes": 60000000}\
            """;
        series.add(8, THEN, 1800, run -> run.with("application_version", "1.9").json("resource_usage", busy));
        series.add(8, NOW, 2400, run -> run.json("resource_usage", busy));

        ToolRun run = compare("--baseline", "1.9", "--current", "2.0.0");

        assertThat(run.out()).contains("machine's part").contains("The machine was busy");
        for (String what : List.of("whole command", "data_fetching", "rendering", "CPU time")) {
            assertThat(run.out()).containsPattern("\n  " + what + " .* \\([a-z]+\\)\n");
            assertThat(run.out()).doesNotContain(what + ": a verdict needs");
        }
        assertThat(run.out().lines().filter(line -> line.matches("  .* \\([a-z]+\\)")))
                .hasSize(4);
    }

    @Test
    void onAQuietMachineItIsSaidThatTimesOnTheClockCount() throws IOException {
        String quiet = """
            {"cpu_time_ms": 900, "jvm_cpu_ms": 300, "thread_cpu_ms": 500, "cpu_wait_ms": 20}\
            """;
        series.add(8, THEN, 1800, run -> run.with("application_version", "1.9").json("resource_usage", quiet));
        series.add(8, NOW, 1800, run -> run.json("resource_usage", quiet));

        ToolRun run = compare("--baseline", "1.9", "--current", "2.0.0");

        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("machine's part 1.1% before, 1.1% now")
                .containsPattern("without waiting .* \\(ok\\)")
                .contains("The machine was not busy, so times on the clock count");
    }

    @Test
    void aCommandsOwnToleranceCounts() throws IOException {
        series.add(40, THEN, 1800, run -> run.with("application_version", "1.9"));
        series.add(40, NOW, 2030, UnaryOperator.identity());
        Path config = Files.createDirectories(home.resolve("config"));
        Files.writeString(config.resolve("benchmarks.yml"), "benchmarks: { commands: { batch: { tolerance: 0.05 } } }");

        String[] runs = {"--baseline", "1.9", "--current", "2.0.0", "--config", config.toString()};
        assertThat(compare(runs).code()).isEqualTo(1);
        List<String> wider = new ArrayList<>(List.of(runs));
        wider.addAll(List.of("--tolerance", "30%"));
        assertThat(compare(wider.toArray(String[]::new)).code()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "5 | '5' is not between 1% and 100%; did you mean 5%?",
                "500% | '500%' is not between 1% and 100%",
                "0 | '0' is not between 1% and 100%",
                "much | 'much' is not a percentage; give 5% or 0.05"
            })
    void aToleranceThatIsNoneIsRefused(String tolerance, String message) {
        ToolRun run = compare("--baseline", "7d", "--current", "7d", "--tolerance", tolerance);

        assertThat(run.err()).contains(message);
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void whatElseIsUsedIsComparedByTheSameRule() throws IOException {
        series.add(12, THEN, 1800, run -> used(run, 400, 64, 100, 10).with("application_version", "1.9"));
        series.add(12, NOW, 1800, run -> used(run, 400, 64, 180, 13));

        ToolRun run = compare("--baseline", "1.9", "--current", "2.0.0");

        assertThat(run.out().replaceAll(" +", " "))
                .contains("allocated 100 MB 180 MB +80% +80..+80% <0.001 critical")
                .contains("requests 10 13 +30% +30..+30% <0.001 warning")
                .contains("CPU time 400 ms 400 ms 0% 0..0% 1.0000 ok")
                .contains("peak heap 64.0 MB 64.0 MB 0%");
        assertThat(run.code()).isEqualTo(1);
        JsonNode used = json("--baseline", "1.9", "--current", "2.0.0")
                .path("commands")
                .path(0)
                .path("used");
        assertThat(used.propertyNames()).containsExactly("cpu", "peak_memory", "allocation", "requests");
        assertThat(used.path("requests").path("unit").asString()).isEqualTo("requests");
        assertThat(used.path("allocation").path("baseline").path("median").doubleValue())
                .isEqualTo(100);
    }

    @Test
    void theSlowestTwentiethIsComparedWhereThereAreRunsEnough() throws IOException {
        series.add(120, THEN, 1800, run -> run.with("application_version", "1.9"));
        int[] made = {0};
        series.add(120, NOW, 1800, run -> made[0]++ % 8 == 0 ? run.took(5000) : run);

        ToolRun run = compare("--baseline", "1.9", "--current", "2.0.0");

        assertThat(run.out()).containsPattern("its p95 +[12].\\d s +5.0 s +\\+1\\d\\d% .* critical");
        assertThat(run.code()).isEqualTo(1);
        assertThat(compare("--baseline", "1.9", "--current", "last 40").out()).doesNotContain("p95");
    }

    @Test
    void aSavedBaselineKeepsWhatElseWasUsed() throws IOException {
        series.add(12, THEN, 1800, run -> used(run, 400, 64, 100, 10).with("application_version", "1.9"));
        series.add(12, NOW, 1800, run -> used(run, 400, 64, 180, 13));
        assertThat(ToolRun.of(home, "baseline", "save", "then", "--runs", "version:1.9")
                        .code())
                .isZero();

        assertThat(compare("--baseline", "then", "--current", "2.0.0").out().replaceAll(" +", " "))
                .contains("requests 10 13 +30%");
    }

    private static SampleRun used(SampleRun run, double cpuMs, double peakMb, int allocatedMb, int requests) {
        return run.json(
                        "resource_usage",
                        String.format(
                                "{\"cpu_time_ms\":%s,\"peak_memory_mb\":%s,\"allocated_bytes\":%d}",
                                cpuMs, peakMb, allocatedMb * 1024L * 1024))
                .json(
                        "http",
                        String.format(
                                "[{\"host\":\"a\",\"requests\":%d,\"ms\":1,\"errors\":0},"
                                        + "{\"host\":\"b\",\"requests\":1,\"ms\":1,\"errors\":0}]",
                                requests - 1));
    }

    private JsonNode json(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--format", "json"));
        return JsonMapper.shared().readTree(compare(all.toArray(String[]::new)).out());
    }

    private ToolRun compare(String... arguments) {
        List<String> all = new ArrayList<>(List.of("compare"));
        all.addAll(List.of(arguments));
        return ToolRun.of(home, all.toArray(String[]::new));
    }
}
