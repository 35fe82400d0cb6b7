package dev.perfagent.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfagent.analysis.Analysis;
import dev.perfagent.analysis.Analyzer;
import dev.perfagent.analysis.CommandAnalysis;
import dev.perfagent.analysis.Noise;
import dev.perfagent.analysis.PhaseShare;
import dev.perfagent.analysis.Scope;
import dev.perfagent.generator.Change;
import dev.perfagent.generator.Generator;
import dev.perfagent.generator.Machine;
import dev.perfagent.generator.Workload;
import dev.perfagent.history.History;
import dev.perfagent.history.RunKind;
import dev.perfagent.history.RunSelection;
import dev.perfagent.report.ApiUse;
import dev.perfagent.report.CacheUse;
import dev.perfagent.report.CommandReport;
import dev.perfagent.report.MemoryUse;
import dev.perfagent.report.Report;
import dev.perfagent.report.Reporter;
import dev.perfagent.report.VersionReport;
import dev.perfagent.sample.BusySeries;
import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import dev.perfagent.tally.Tally;
import dev.perfagent.threshold.Budget;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each question has an answer, the same from lines of JSON as from Parquet, and the same as report and analyze have. */
class QuestionsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 22);

    /** Sums of another order differ in the last digits; the report keeps some values as floats. */
    private static final double PART = 1e-6;

    @TempDir
    private static Path folder;

    private static Lake raw;
    private static Lake parquet;
    private static Report report;
    private static Analysis analysis;

    @BeforeAll
    static void generate() throws IOException, SQLException {
        Path home = folder.resolve("home");
        Generator.seeded(16)
                .over(FIRST, 21)
                .runs(2000)
                .command(Workload.of("batch", 1800)
                        .weight(3)
                        .requests(15)
                        .phase("fetch", 0.5)
                        .phase("render", 0.2))
                .command(Workload.of("status", 240).weight(2).requests(3).phase("fetch", 0.6))
                .command(Workload.of("render", 90).phase("render", 0.8))
                .change(Change.on(FIRST.plusDays(10), "batch", 1.4).withVersion("2.1.0"))
                .on(Machine.of("build-7").busy(0.6))
                .on(Machine.of("build-8").busy(0.2))
                .killed(0.02)
                .failed(0.05)
                .cold(0.05)
                .malformed(3)
                .newer(2)
                .write(home);
        SampleHome added = new SampleHome(home);
        for (int i = 0; i < 6; i++) {
            String start = "2026-10-25T09:3" + i + ":00Z";
            added.add(
                    SampleRun.full("full-" + i, start)
                            .label("repository", "acme/ghpm")
                            .json("self", """
                            {"agent_version":"0.0.9","plan":"warm","premain_ms":7.5}"""),
                    SampleRun.plain("failed-" + i, start)
                            .command("status")
                            .host("build-9")
                            .outcome("error", 7),
                    SampleRun.plain("profiled-" + i, start).took(9000).label("profiled", "true"),
                    SampleRun.plain("benchmark-" + i, start).took(9000).label("benchmark", "b1"));
        }
        raw = Lake.raw(home.resolve("history"));
        raw.compact("2026-10-01", "2026-11-30", folder.resolve("compact"));
        parquet = Lake.parquet(folder.resolve("compact"));
        History history = new History(home);
        Tally tally = history.collect(RunSelection.ALL, Tally.samplingCollector(RunKind.ALL));
        Scope scope = new Scope(Instant.parse("2026-11-21T00:00:00Z"), null, null, null, null, RunKind.ALL);
        report = new Reporter(name -> Budget.NONE).of(tally, scope, history.tally());
        analysis = new Analyzer(ZoneOffset.UTC).of(tally, scope);
    }

    @AfterAll
    static void close() throws SQLException {
        raw.close();
        parquet.close();
    }

    static List<String> questions() throws IOException {
        return Lake.questions();
    }

    @Test
    void thereAreTwelveQuestions() throws IOException {
        assertThat(questions()).hasSize(12);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aQuestionIsAnsweredTheSameFromJsonAndParquet(String question) throws IOException, SQLException {
        assertThat(Lake.text(question)).matches("(?s)-- [A-Z][^\n]{20,120}\\?\n(WITH|SELECT) .*;\n");
        List<Map<String, @Nullable Object>> ofRaw = raw.ask(question);
        List<Map<String, @Nullable Object>> ofParquet = parquet.ask(question);

        assertThat(ofRaw).isNotEmpty();
        assertThat(ofParquet).hasSameSizeAs(ofRaw);
        for (int i = 0; i < ofRaw.size(); i++) {
            assertThat(ofParquet.get(i).keySet()).isEqualTo(ofRaw.get(i).keySet());
            for (Map.Entry<String, @Nullable Object> cell : ofRaw.get(i).entrySet()) {
                Object other = ofParquet.get(i).get(cell.getKey());
                if (cell.getValue() instanceof Double number && other instanceof Double ofOther) {
                    assertThat(ofOther).as(cell.getKey()).isCloseTo(number, within(PART * Math.abs(number)));
                } else {
                    assertThat(other).as(cell.getKey()).isEqualTo(cell.getValue());
                }
            }
        }
    }

    @Test
    void timesAreThoseOfTheReport() throws IOException, SQLException {
        List<Map<String, @Nullable Object>> rows = raw.ask("slowest-commands");

        assertThat(rows).hasSameSizeAs(report.commands());
        for (Map<String, @Nullable Object> row : rows) {
            CommandReport command = command(row);
            var timing = Objects.requireNonNull(command.timing());
            assertThat(count(row, "runs")).isEqualTo(timing.runs());
            assertThat(number(row, "median_ms")).isEqualTo(timing.median());
            assertThat(number(row, "p95_ms")).isEqualTo(timing.p95());
        }
        assertThat(rows.get(0)).containsEntry("command", "batch");
    }

    @Test
    void aPlantedRegressionIsNamedWithTheReportsMedians() throws IOException, SQLException {
        Map<String, @Nullable Object> row = raw.ask("regressions-by-version").get(0);
        Map<String, VersionReport> versions = new HashMap<>();
        command(row).versions().forEach(version -> versions.put(version.version(), version));

        assertThat(row)
                .containsEntry("command", "batch")
                .containsEntry("version_before", "2.0.0")
                .containsEntry("version", "2.1.0");
        assertThat(number(row, "median_ms"))
                .isEqualTo(
                        Objects.requireNonNull(versions.get("2.1.0")).timing().median());
        assertThat(number(row, "change")).isBetween(0.25, 0.55);
    }

    /** The second version only met a busy machine; the third does half as much work again. */
    @Test
    void aMachineThatBecameBusyIsNoRegression(@TempDir Path home) throws IOException, SQLException {
        BusySeries runs = new BusySeries(home, "build-7");
        runs.add(10, "2026-11-20T08:00:00Z", 1000, 0, 0.02);
        runs.version("2.1.0").add(10, "2026-11-20T09:00:00Z", 1000, 0.4, 0.4);
        runs.version("2.2.0").add(10, "2026-11-20T10:00:00Z", 1500, 0.4, 0.4);

        try (Lake lake = Lake.raw(home.resolve("history"))) {
            List<Map<String, @Nullable Object>> rows = lake.ask("regressions-by-version");

            assertThat(rows).hasSize(1);
            assertThat(rows.get(0)).containsEntry("version_before", "2.1.0").containsEntry("version", "2.2.0");
            assertThat(number(rows.get(0), "machine_share")).isCloseTo(0.4, within(1e-3));
        }
    }

    @Test
    void aHostThatOnlyFailsIsTheFlakiest() throws IOException, SQLException {
        Map<String, @Nullable Object> row = raw.ask("flaky-runners").get(0);

        assertThat(row).containsEntry("host", "build-9").containsEntry("failures", 6.0);
        assertThat(number(row, "times_as_many")).isGreaterThan(5);
    }

    @Test
    void requestsAndPointsAreThoseOfTheReport() throws IOException, SQLException {
        for (Map<String, @Nullable Object> row : raw.ask("quota-burn")) {
            ApiUse api = Objects.requireNonNull(command(row).api());
            assertThat(count(row, "runs")).isEqualTo(api.runs());
            assertThat(count(row, "requests")).isEqualTo(api.requests());
            assertThat(number(row, "points_per_run"))
                    .isCloseTo(Objects.requireNonNull(api.pointsPerRun()), within(PART));
        }
    }

    @Test
    void lookUpsInCachesAreThoseOfTheReport() throws IOException, SQLException {
        for (Map<String, @Nullable Object> row : raw.ask("cache-rates")) {
            CacheUse caches = Objects.requireNonNull(command(row).caches());
            assertThat(count(row, "hits")).isEqualTo(caches.hits());
            assertThat(count(row, "misses")).isEqualTo(caches.misses());
        }
    }

    @Test
    void alertsOfAllWeeksTogetherAreThoseOfTheReport() throws IOException, SQLException {
        Map<String, Map<String, Long>> counted = new HashMap<>();
        for (Map<String, @Nullable Object> row : raw.ask("alerts-by-week")) {
            counted.computeIfAbsent(String.valueOf(row.get("command")), command -> new HashMap<>())
                    .merge(String.valueOf(row.get("type")), count(row, "runs"), Long::sum);
        }

        for (CommandReport command : report.commands()) {
            assertThat(counted.getOrDefault(command.name().command(), Map.of())).isEqualTo(command.alerts());
        }
    }

    @Test
    void phasesAreThoseOfAnalyze() throws IOException, SQLException {
        List<Map<String, @Nullable Object>> rows = raw.ask("time-by-phase");

        for (CommandAnalysis command : analysis.analyses()) {
            for (PhaseShare phase : command.phases()) {
                Map<String, @Nullable Object> row = rows.stream()
                        .filter(found -> command.name().command().equals(found.get("command"))
                                && phase.name().equals(found.get("phase")))
                        .findFirst()
                        .orElseThrow();
                assertThat(count(row, "runs")).isEqualTo(phase.runs());
                assertThat(number(row, "ms_per_run")).isCloseTo(phase.msPerRun(), within(PART * phase.msPerRun()));
                assertThat(number(row, "share")).isCloseTo(phase.share(), within(PART));
            }
        }
    }

    @Test
    void coldRunsAreThoseOfTheReport() throws IOException, SQLException {
        long cold = raw.ask("cold-starts").stream()
                .mapToLong(row -> count(row, "cold"))
                .sum();

        assertThat(cold).isEqualTo(report.agent().cold().runs()).isPositive();
    }

    @Test
    void theMachinesShareIsThatOfAnalyze() throws IOException, SQLException {
        List<Map<String, @Nullable Object>> rows = raw.ask("machine-share-by-host");

        assertThat(rows).hasSize(2);
        for (Noise.Runner runner : analysis.noise().runners()) {
            Map<String, @Nullable Object> row = rows.stream()
                    .filter(found -> runner.host().equals(found.get("host")))
                    .findFirst()
                    .orElseThrow();
            if (runner.host().equals("build-8")) {
                assertThat(count(row, "runs")).isEqualTo(runner.runs());
                assertThat(number(row, "median_share")).isCloseTo(runner.medianShare(), within(PART));
                assertThat(number(row, "p90_share")).isCloseTo(runner.p90Share(), within(PART));
                assertThat(number(row, "busy_runs")).isCloseTo(runner.busy(), within(PART));
            }
        }
    }

    @Test
    void failedAndKilledRunsAreThoseOfTheReport() throws IOException, SQLException {
        Map<String, Long> ended = new HashMap<>();
        for (Map<String, @Nullable Object> row : raw.ask("failures-by-command")) {
            ended.merge(row.get("command") + " " + row.get("outcome"), count(row, "ended"), Long::sum);
        }

        for (CommandReport command : report.commands()) {
            String name = command.name().command();
            assertThat(ended.getOrDefault(name + " error", 0L))
                    .isEqualTo(command.counts().failed());
            assertThat(ended.getOrDefault(name + " killed", 0L))
                    .isEqualTo(command.counts().killed());
        }
    }

    @Test
    void theHighestPeakOfMemoryIsThatOfTheReport() throws IOException, SQLException {
        for (Map<String, @Nullable Object> row : raw.ask("memory-growth")) {
            MemoryUse memory = Objects.requireNonNull(command(row).memory());
            assertThat(number(row, "max_peak_mb")).isCloseTo(Objects.requireNonNull(memory.maxPeakMb()), within(1e-4));
            assertThat(number(row, "weeks")).isEqualTo(4);
        }
    }

    @Test
    void theRepositoryWithAnOldAgentIsNamed() throws IOException, SQLException {
        assertThat(raw.ask("old-agents")).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("repository", "acme/ghpm")
                .containsEntry("agent_version", "0.0.9")
                .containsEntry("newest_version", "0.1.0"));
    }

    private static CommandReport command(Map<String, @Nullable Object> row) {
        return report.commands().stream()
                .filter(command -> command.name().command().equals(row.get("command")))
                .findFirst()
                .orElseThrow();
    }

    private static long count(Map<String, @Nullable Object> row, String column) {
        return (long) number(row, column);
    }

    private static double number(Map<String, @Nullable Object> row, String column) {
        return (Double) Objects.requireNonNull(row.get(column), column);
    }
}
