package dev.perfagent.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.perfagent.analysis.Factor.Kind;
import dev.perfagent.generator.Change;
import dev.perfagent.generator.Generator;
import dev.perfagent.generator.Machine;
import dev.perfagent.generator.Workload;
import dev.perfagent.history.History;
import dev.perfagent.history.RunKind;
import dev.perfagent.history.RunSelection;
import dev.perfagent.tally.SlowRun;
import dev.perfagent.tally.Tally;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Planted causes are found, and nothing is where nothing was planted; figures are those of plain arithmetic. */
class AnalyzerTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 22);
    private static final LocalDate RELEASE = FIRST.plusDays(20);
    private static final double EXACT = 1e-6;

    @TempDir
    private static Path home;

    private static Recorded recorded;
    private static Analysis analysis;

    @BeforeAll
    static void generate() throws IOException {
        Generator.seeded(7)
                .over(FIRST, 30)
                .runs(2000)
                .command(Workload.of("batch", 1800)
                        .weight(3)
                        .requests(15)
                        .phase("data_fetching", 0.5)
                        .phase("rendering", 0.2)
                        .influence("task_count", 50, 200, 0.5)
                        .influence("labels", 1, 100, 0))
                .command(Workload.of("status", 240).requests(3).influence("labels", 1, 100, 0))
                .change(Change.on(RELEASE, "batch", 1.6)
                        .inPhase("data_fetching")
                        .withVersion("2.1.0"))
                .on(Machine.of("build-7"))
                .on(Machine.of("build-8"))
                .on(new Machine("laptop", "900150983cd24fb0", 1.3, ""))
                .killed(0.01)
                .failed(0.05)
                .cold(0.02)
                .write(home);
        recorded = Recorded.in(home);
        analysis = analyze(home);
    }

    @Test
    void theCommandWithMostTimeIsFirst() {
        double batch = recorded.of("batch").timed().sum("/duration/total_ms");
        double all = recorded.timed().sum("/duration/total_ms");

        assertThat(analysis.analyses().get(0).name().command()).isEqualTo("batch");
        assertThat(command("batch").totalMs()).isCloseTo(batch, within(1e-3));
        assertThat(command("batch").share()).isCloseTo(batch / all, within(EXACT));
        assertThat(command("batch").machines()).isEqualTo(2);
        assertThat(analysis.commands()).isEqualTo(2);
    }

    @Test
    void phasesShareTheCommandsTime() {
        Recorded timed = recorded.of("batch").timed();
        double fetching = timed.sum("/duration/phases/data_fetching/self_ms");
        double rendering = timed.sum("/duration/phases/rendering/self_ms");
        double total = timed.sum("/duration/total_ms");

        PhaseShare first = command("batch").phases().get(0);
        assertThat(first.name()).isEqualTo("data_fetching");
        assertThat(first.runs()).isEqualTo(timed.count());
        assertThat(first.share()).isCloseTo(fetching / total, within(EXACT));
        assertThat(first.msPerRun()).isCloseTo(fetching / timed.count(), within(EXACT));
        assertThat(first.entriesPerRun()).isEqualTo(1);
        assertThat(command("batch").elsewhere()).isCloseTo(1 - (fetching + rendering) / total, within(EXACT));
        assertThat(command("status").elsewhere()).isNull();
    }

    @Test
    void endpointsShareTheRequests() {
        Recorded timed = recorded.of("batch").timed();
        double requests = timed.sum("/github_api/requests_made");

        assertThat(command("batch").endpoints()).hasSize(2);
        for (EndpointShare endpoint : command("batch").endpoints()) {
            int index = endpoint.name().startsWith("GET") ? 0 : 1;
            double own = timed.sum("/github_api/endpoints/" + index + "/count");
            double ms = timed.sum("/github_api/endpoints/" + index + "/ms");
            assertThat(endpoint.requests()).isEqualTo((long) own);
            assertThat(endpoint.requestShare()).isCloseTo(own / requests, within(EXACT));
            assertThat(endpoint.requestsPerRun()).isCloseTo(own / timed.count(), within(EXACT));
            assertThat(endpoint.timeShare()).isCloseTo(ms / timed.sum("/duration/total_ms"), within(EXACT));
            assertThat(endpoint.maxMs()).isEqualTo(timed.percentile("/github_api/endpoints/" + index + "/max_ms", 100));
        }
    }

    @Test
    void memoryAndStartAreThoseOfTimedRuns() {
        Recorded timed = recorded.of("batch").timed();
        double process = timed.sum("/duration/process_ms");
        MemoryFacts memory = Objects.requireNonNull(command("batch").memory());
        StartupTimes startup = Objects.requireNonNull(command("batch").startup());

        assertThat(memory.medianPeakMb()).isCloseTo(timed.median("/resource_usage/peak_memory_mb"), within(1e-4));
        assertThat(memory.maxRssMb()).isEqualTo(timed.percentile("/resource_usage/peak_rss_mb", 100));
        assertThat(memory.gcShare()).isCloseTo(timed.sum("/resource_usage/gc_ms") / process, within(EXACT));
        assertThat(memory.gcPerRun()).isEqualTo(2);
        assertThat(memory.allocatedMbPerRun()).isNull();
        assertThat(startup.jvmMs()).isEqualTo(120);
        assertThat(startup.classes()).isEqualTo(2100);
        assertThat(startup.jvmShare()).isCloseTo(120 * timed.count() / process, within(EXACT));
        assertThat(startup.commandShare()).isCloseTo(timed.sum("/duration/total_ms") / process, within(EXACT));
        assertThat(startup.jvmShare() + startup.otherShare() + startup.commandShare())
                .isCloseTo(1, within(EXACT));
        assertThat(startup.isArchiveWorthATry()).isFalse();
        assertThat(Objects.requireNonNull(command("status").startup()).isArchiveWorthATry())
                .isTrue();
    }

    @Test
    void slowestRunsAreThoseThatTookMost() {
        List<String> expected = recorded.of("batch").timed().runs().stream()
                .sorted(Comparator.comparingDouble(
                                (JsonNode run) -> run.at("/duration/total_ms").doubleValue())
                        .reversed())
                .limit(10)
                .map(run -> run.get("execution_id").stringValue())
                .toList();

        assertThat(command("batch").slowest()).extracting(SlowRun::id).containsExactlyElementsOf(expected);
    }

    @Test
    void failuresAreCountedByKind() {
        Recorded batch = recorded.of("batch");
        Recorded failed = batch.where("/outcome", "error");
        ErrorGroup error = command("batch").errors().get(0);

        assertThat(command("batch").errors()).hasSize(1);
        assertThat(error.type()).isEqualTo("java.io.IOException");
        assertThat(error.exitCode()).isEqualTo(1);
        assertThat(error.runs()).isEqualTo(failed.count());
        assertThat(error.rate()).isCloseTo((double) failed.count() / batch.count(), within(EXACT));
        assertThat(error.lastId())
                .isEqualTo(failed.runs()
                        .get(failed.count() - 1)
                        .get("execution_id")
                        .stringValue());
    }

    @Test
    void whatWasPlantedIsFoundAndNothingElse() {
        assertThat(command("batch").factors())
                .extracting(Factor::kind, Factor::name)
                .containsExactlyInAnyOrder(
                        tuple(Kind.CONTEXT, "task_count"),
                        tuple(Kind.VERSION, "version"),
                        tuple(Kind.FINGERPRINT, "fingerprint"));
        assertThat(command("status").factors()).extracting(Factor::kind).containsExactly(Kind.FINGERPRINT);
    }

    @Test
    void aNumberIsToldByTheRunsAboveItsMedian() {
        Factor factor = factor(Kind.CONTEXT);
        Recorded main = recorded.of("batch").timed().where("/environment/fingerprint", "d41d8cd98f00b204");
        double middle = main.percentile("/context/task_count", 50);
        Recorded above = new Recorded(main.runs().stream()
                .filter(run -> run.at("/context/task_count").doubleValue() > middle)
                .toList());

        assertThat(factor.rho()).isGreaterThan(0.3);
        assertThat(factor.runs()).isEqualTo(main.count());
        assertThat(factor.levels().get(0).value()).isEqualTo("above " + (long) middle);
        assertThat(factor.levels().get(0).runs()).isEqualTo(above.count());
        assertThat(factor.levels().get(0).medianMs()).isEqualTo(above.median("/duration/total_ms"));
        assertThat(factor.levels().get(0).ratio()).isGreaterThan(1.2);
    }

    @Test
    void aNameIsToldByItsRunsAgainstTheOthers() {
        Factor factor = factor(Kind.FINGERPRINT);
        Recorded timed = recorded.of("batch").timed();
        double laptop =
                timed.where("/environment/fingerprint", "900150983cd24fb0").median("/duration/total_ms");
        double others =
                timed.where("/environment/fingerprint", "d41d8cd98f00b204").median("/duration/total_ms");

        assertThat(factor.levels().get(0).value()).isEqualTo("900150983cd24fb0");
        assertThat(factor.levels().get(0).medianMs()).isEqualTo(laptop);
        assertThat(factor.levels().get(0).ratio()).isCloseTo(laptop / others, within(EXACT));
    }

    @Test
    void theReleaseThatMadeItSlowerIsFoundOnBothMachines() {
        assertThat(command("batch").changes()).hasSize(2).allSatisfy(change -> {
            Instant release = RELEASE.atStartOfDay(ZoneOffset.UTC).toInstant();
            assertThat(Duration.between(release, change.at()).abs()).isLessThan(Duration.ofHours(6));
            assertThat(change.versionBefore()).isEqualTo("2.0.0");
            assertThat(change.versionAfter()).isEqualTo("2.1.0");
            assertThat(change.change()).isBetween(0.15, 0.5);
        });
        assertThat(command("status").changes()).isEmpty();
    }

    @Test
    void mediansOfAChangeAreThoseOfTheRunsOnEachSide() {
        dev.perfagent.analysis.Change change = command("batch").changes().get(0);
        Recorded own = recorded.of("batch").timed().where("/environment/fingerprint", change.fingerprint());
        Recorded before = new Recorded(own.runs().stream()
                .filter(run -> Instant.parse(run.get("timestamp").stringValue()).isBefore(change.at()))
                .toList());

        assertThat(change.runsBefore()).isEqualTo(before.count());
        assertThat(change.runsAfter()).isEqualTo(own.count() - before.count());
        assertThat(change.medianBefore()).isEqualTo(before.median("/duration/total_ms"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void unchangedHistoriesHaveNoCauses(long seed, @TempDir Path unchanged) throws IOException {
        Generator.seeded(seed)
                .over(FIRST, 30)
                .runs(800)
                .command(Workload.of("batch", 1800).requests(15).influence("labels", 1, 100, 0))
                .command(Workload.of("status", 240).requests(3).influence("labels", 1, 100, 0))
                .on(Machine.of("build-7"))
                .write(unchanged);

        assertThat(analyze(unchanged).analyses()).hasSize(2).allSatisfy(command -> {
            assertThat(command.questions()).isGreaterThanOrEqualTo(4);
            assertThat(command.factors()).isEmpty();
            assertThat(command.changes()).isEmpty();
        });
    }

    private static Analysis analyze(Path home) throws IOException {
        Tally tally = new History(home).collect(RunSelection.ALL, Tally.samplingCollector(RunKind.ALL));
        Scope scope = new Scope(Instant.parse("2026-11-21T00:00:00Z"), null, null, null, null, RunKind.ALL);
        return new Analyzer(ZoneOffset.UTC).of(tally, scope);
    }

    private static CommandAnalysis command(String name) {
        return analysis.analyses().stream()
                .filter(command -> command.name().command().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Factor factor(Kind kind) {
        return command("batch").factors().stream()
                .filter(factor -> factor.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
