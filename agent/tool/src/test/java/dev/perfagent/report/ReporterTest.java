package dev.perfagent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfagent.analysis.Recorded;
import dev.perfagent.analysis.Scope;
import dev.perfagent.analysis.Timing;
import dev.perfagent.generator.Change;
import dev.perfagent.generator.Generator;
import dev.perfagent.generator.Machine;
import dev.perfagent.generator.Truth;
import dev.perfagent.generator.Workload;
import dev.perfagent.history.History;
import dev.perfagent.history.RunKind;
import dev.perfagent.history.RunSelection;
import dev.perfagent.statistics.Trend.Direction;
import dev.perfagent.tally.CommandName;
import dev.perfagent.tally.Tally;
import dev.perfagent.threshold.Budget;
import dev.perfagent.threshold.Limit;
import dev.perfagent.threshold.Rating;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every figure against one that is computed otherwise, on histories of which the truth is known. */
class ReporterTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 22);
    private static final Budget BUDGET = new Budget(
            Map.of(
                    Limit.TARGET_MS, 1700.0,
                    Limit.BASELINE_MS, 2000.0,
                    Limit.MAX_ACCEPTABLE_MS, 4000.0,
                    Limit.MAX_API_REQUESTS, 10.0),
            Map.of(),
            List.of());
    private static final double EXACT = 1e-6;

    @TempDir
    private static Path home;

    private static Truth truth;
    private static Recorded recorded;
    private static Report report;

    @BeforeAll
    static void generate() throws IOException {
        truth = generator(7)
                .change(Change.on(FIRST.plusDays(20), "batch", 1.4).withVersion("2.1.0"))
                .on(Machine.of("build-7"))
                .on(new Machine("laptop", "900150983cd24fb0", 1.3, ""))
                .killed(0.01)
                .failed(0.03)
                .cold(0.02)
                .malformed(5)
                .newer(2)
                .write(home);
        recorded = Recorded.in(home);
        report = report(home, name -> name.command().equals("batch") ? BUDGET : Budget.NONE);
    }

    @Test
    void runsAreCountedAsTheyWere() {
        Summary summary = report.summary();

        assertThat(summary.counts().runs()).isEqualTo(truth.runs());
        assertThat(summary.counts().killed()).isEqualTo(truth.killed());
        assertThat(summary.counts().failed()).isEqualTo(truth.failed());
        assertThat(summary.counts().cold())
                .isEqualTo(recorded.where("/outcome", "success")
                        .where("/self/plan", "cold")
                        .count());
        assertThat(summary.counts().timed()).isEqualTo(recorded.timed().count());
        assertThat(summary.commands()).isEqualTo(truth.commands().size());
        assertThat(summary.skippedLines()).isEqualTo(truth.malformed() + truth.newer());
        truth.commands()
                .forEach((name, runs) ->
                        assertThat(command(name).counts().runs()).as(name).isEqualTo(runs));
    }

    @Test
    void thePaceIsRunsByTheSpan() {
        Instant first = start(0);
        Instant last = start(recorded.count() - 1);
        double minutes = Duration.between(first, last).toMillis() / 60_000.0;

        assertThat(report.summary().first()).isEqualTo(first);
        assertThat(report.summary().last()).isEqualTo(last);
        assertThat(report.summary().commandsPerMinute()).isCloseTo(recorded.count() / minutes, within(EXACT));
    }

    @Test
    void timesAreThoseOfTimedRuns() {
        for (String name : truth.commands().keySet()) {
            check(
                    Objects.requireNonNull(command(name).timing()),
                    recorded.of(name).timed());
        }
    }

    @Test
    void machinesAreToldApart() {
        CommandReport batch = command("batch");

        assertThat(batch.isPooled()).isTrue();
        assertThat(batch.fingerprints()).hasSize(2);
        for (FingerprintReport machine : batch.fingerprints()) {
            Recorded own = recorded.of("batch").where("/environment/fingerprint", machine.fingerprint());
            assertThat(machine.runs()).isEqualTo(own.count());
            check(Objects.requireNonNull(machine.timing()), own.timed());
        }
    }

    private static void check(Timing timing, Recorded timed) {
        List<Double> times = timed.numbers("/duration/total_ms");
        double median = Recorded.middle(times);
        double deviation = Recorded.middle(
                times.stream().map(ms -> Math.abs(ms - median)).sorted().toList());
        assertThat(timing.runs()).isEqualTo(times.size());
        assertThat(timing.min()).isEqualTo(times.get(0));
        assertThat(timing.median()).isEqualTo(median);
        assertThat(timing.p90()).isEqualTo(timed.percentile("/duration/total_ms", 90));
        assertThat(timing.p95()).isEqualTo(timed.percentile("/duration/total_ms", 95));
        assertThat(timing.p95Estimate()).isEqualTo(times.size() < 59);
        if (times.size() < 100) {
            assertThat(timing.p99()).isNull();
        } else {
            assertThat(timing.p99()).isEqualTo(timed.percentile("/duration/total_ms", 99));
        }
        assertThat(timing.max()).isEqualTo(times.get(times.size() - 1));
        assertThat(timing.spread()).isCloseTo(deviation / median, within(EXACT));
    }

    @Test
    void theScoreIsTargetByMedian() {
        Score score = Objects.requireNonNull(command("batch").score());
        Recorded timed = recorded.of("batch").timed();
        List<Double> times = timed.numbers("/duration/total_ms");
        double median = Recorded.middle(times);

        assertThat(score.value()).isCloseTo(Math.min(1, 1700 / median), within(EXACT));
        assertThat(score.rating()).isEqualTo(median <= 2000 ? Rating.GOOD : Rating.ACCEPTABLE);
        assertThat(score.ratings())
                .containsEntry(Rating.EXCELLENT, between(times, 0, 1700))
                .containsEntry(Rating.GOOD, between(times, 1700, 2000))
                .containsEntry(Rating.ACCEPTABLE, between(times, 2000, 4000))
                .containsEntry(Rating.POOR, between(times, 4000, Double.MAX_VALUE));
        assertThat(report.summary().score()).isEqualTo(score.value());
        assertThat(command("status").score()).isNull();
    }

    private static long between(List<Double> times, double above, double upTo) {
        return times.stream().filter(ms -> ms > above && ms <= upTo).count();
    }

    @Test
    void memoryIsThatOfTimedRuns() {
        MemoryUse memory = Objects.requireNonNull(command("batch").memory());
        Recorded timed = recorded.of("batch").timed();
        double gcShare = timed.sum("/resource_usage/gc_ms") / timed.sum("/duration/process_ms");

        assertThat(memory.medianPeakMb()).isCloseTo(timed.median("/resource_usage/peak_memory_mb"), within(1e-4));
        assertThat(memory.maxPeakMb()).isCloseTo(timed.percentile("/resource_usage/peak_memory_mb", 100), within(1e-4));
        assertThat(memory.gcShare()).isCloseTo(gcShare, within(EXACT));
        assertThat(Objects.requireNonNull(memory.efficiency()).value()).isCloseTo(1 - gcShare, within(EXACT));
    }

    @Test
    void requestsAreThoseOfTimedRuns() {
        ApiUse api = Objects.requireNonNull(command("batch").api());
        Recorded timed = recorded.of("batch").timed();
        double requests = timed.sum("/github_api/requests_made");
        double points = timed.sum("/github_api/resources/core/consumed");
        // Issues are fetched 30 a page; of n pages ceil(0.3 n) would do.
        double avoidable = timed.sum(run -> {
            double pages = Math.min(
                    run.at("/github_api/endpoints/0/count").doubleValue(),
                    run.at("/github_api/endpoints/0/pages").doubleValue() + 1);
            boolean paged = run.at("/github_api/endpoints/0/pages").doubleValue() > 0;
            return paged ? pages - Math.ceil(pages * 30 / 100) : 0;
        });

        assertThat(api.requests()).isEqualTo((long) requests);
        assertThat(api.requestsPerRun()).isCloseTo(requests / timed.count(), within(EXACT));
        assertThat(api.pointsPerRun()).isCloseTo(points / timed.count(), within(EXACT));
        assertThat(api.avoidableRequests()).isEqualTo((long) avoidable);
        assertThat(api.efficiency().value()).isCloseTo(1 - avoidable / requests, within(EXACT));
        // About 15 a run, where the budget has 10.
        assertThat(api.efficiency().rating()).isEqualTo(Rating.POOR);
        assertThat(command("render").api()).isNull();
    }

    @Test
    void cacheHitsAreThoseOfTimedRuns() {
        CacheUse caches = Objects.requireNonNull(command("batch").caches());
        Recorded timed = recorded.of("batch").timed();

        assertThat(caches.hits()).isEqualTo((long) timed.sum("/caches/0/hits"));
        assertThat(caches.misses()).isEqualTo((long) timed.sum("/caches/0/misses"));
    }

    @Test
    void alertsAreThoseOfAllRuns() {
        for (String name : truth.commands().keySet()) {
            long stated = recorded.of(name).runs().stream()
                    .filter(run -> !run.get("alerts").isEmpty())
                    .count();
            assertThat(command(name).alertCount()).as(name).isEqualTo(stated);
        }
        assertThat(report.opportunities().get(0).tip()).isEqualTo("See what has changed.");
    }

    @Test
    void thePhaseWithMostTimeIsTheFirstBottleneck() {
        Bottleneck first = report.bottlenecks().get(0);
        Recorded timed = recorded.of("batch").timed();
        double phase = timed.sum("/duration/phases/data_fetching/self_ms");

        assertThat(first.name()).isEqualTo("data_fetching");
        assertThat(first.ms()).isCloseTo(phase, within(1e-3));
        assertThat(first.share()).isCloseTo(phase / timed.sum("/duration/total_ms"), within(EXACT));
        assertThat(first.msPerRun()).isCloseTo(phase / timed.count(), within(EXACT));
    }

    @Test
    void aRegressionIsATrendAndTheOthersHaveNone() {
        CommandTrend trend = Objects.requireNonNull(command("batch").trend());

        assertThat(trend.direction()).isEqualTo(Direction.DEGRADING);
        assertThat(trend.change()).isGreaterThan(0.2);
        assertThat(trend.medians()).hasSize(TrendFinder.PARTS);
        assertThat(Objects.requireNonNull(command("status").trend()).direction())
                .isNotIn(Direction.DEGRADING, Direction.IMPROVING);
        assertThat(Objects.requireNonNull(command("render").trend()).direction())
                .isNotIn(Direction.DEGRADING, Direction.IMPROVING);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void unchangedHistoriesHaveNoTrend(long seed, @TempDir Path unchanged) throws IOException {
        generator(seed).on(Machine.of("build-7")).write(unchanged);

        assertThat(report(unchanged, name -> Budget.NONE).commands()).hasSize(3).allSatisfy(command -> assertThat(
                        Objects.requireNonNull(command.trend()).direction())
                .isIn(Direction.STABLE, Direction.NO_TREND_SHOWN));
    }

    private static Generator generator(long seed) {
        return Generator.seeded(seed)
                .over(FIRST, 30)
                .runs(1500)
                .command(Workload.of("batch", 1800).weight(3).requests(15).phase("data_fetching", 0.6))
                .command(Workload.of("status", 240).weight(2).requests(3))
                .command(Workload.of("render", 90).weight(0.1));
    }

    private static Report report(Path home, Function<CommandName, Budget> budgets) throws IOException {
        History history = new History(home);
        Tally tally = history.collect(RunSelection.ALL, Tally.collector(RunKind.ALL));
        Scope scope = new Scope(Instant.parse("2026-11-21T00:00:00Z"), null, null, null, null, RunKind.ALL);
        return new Reporter(budgets).of(tally, scope, history.tally());
    }

    private static Instant start(int index) {
        return Instant.parse(recorded.runs().get(index).get("timestamp").stringValue());
    }

    private static CommandReport command(String name) {
        return report.commands().stream()
                .filter(command -> command.name().command().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
