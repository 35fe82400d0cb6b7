package dev.perfagent.cli.view.benchmark;

import dev.perfagent.benchmark.AgentFigures;
import dev.perfagent.benchmark.BaselineChange;
import dev.perfagent.benchmark.BenchmarkResult;
import dev.perfagent.benchmark.CommandResult;
import dev.perfagent.benchmark.Measurement;
import dev.perfagent.benchmark.Outlier;
import dev.perfagent.benchmark.PairResult;
import dev.perfagent.cli.output.Decimals;
import dev.perfagent.run.Environment;
import dev.perfagent.statistics.MedianInterval;
import dev.perfagent.statistics.PairedRatio;
import dev.perfagent.statistics.Sample;
import dev.perfagent.threshold.Rating;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A benchmark for programs. Times are in ms. */
public record BenchmarkJson(int schema, String kind, Results benchmarkResults) {
    /** What a file of this form calls itself. */
    public static final String KIND = "perf-agent benchmark";

    private static final int SCHEMA = 1;

    /**
     * Of a result.
     *
     * @param environment of the machine
     */
    public static BenchmarkJson of(BenchmarkResult result, List<BaselineChange> changes, Environment environment) {
        return new BenchmarkJson(
                SCHEMA,
                KIND,
                new Results(
                        result.start().toString(),
                        result.version(),
                        SystemInfo.of(environment),
                        result.commands().stream().map(Command::of).toList(),
                        new Regressions(changes.stream().map(ChangeJson::of).toList()),
                        result.session(),
                        result.end().key(),
                        result.pairs().stream()
                                .map(pair -> Pair.of(result, pair))
                                .toList()));
    }

    record Results(
            String testDate,
            @Nullable String cliVersion,
            SystemInfo systemInfo,
            List<Command> commandResults,
            Regressions regressionAnalysis,
            String session,
            String end,
            List<Pair> comparisons) {}

    record SystemInfo(
            String os,
            String arch,
            @Nullable String cpu,
            int cores,
            @Nullable Long memoryMb,
            String jdk,
            @Nullable String ci,
            String fingerprint) {
        static SystemInfo of(Environment environment) {
            return new SystemInfo(
                    environment.os(),
                    environment.arch(),
                    environment.cpu(),
                    environment.cores(),
                    environment.memoryMb(),
                    environment.jdk(),
                    environment.ci(),
                    environment.fingerprint());
        }
    }

    record Regressions(List<ChangeJson> performanceChanges) {}

    record Command(
            String command,
            List<String> words,
            Map<String, String> parameters,
            int iterations,
            @Nullable BigDecimal averageMs,
            @Nullable BigDecimal minMs,
            @Nullable BigDecimal maxMs,
            @Nullable BigDecimal stdDeviation,
            @Nullable String performanceRating,
            @Nullable BigDecimal medianMs,
            @Nullable BigDecimal medianLowMs,
            @Nullable BigDecimal medianHighMs,
            @Nullable BigDecimal averageCpuMs,
            @Nullable BigDecimal averageUserMs,
            @Nullable BigDecimal averageCpuWaitMs,
            @Nullable BigDecimal averagePeakMemoryMb,
            @Nullable AgentJson agent,
            List<OutlierJson> outliers,
            List<RunJson> runs) {
        static Command of(CommandResult result) {
            List<Measurement> runs = result.runs().runs();
            MedianInterval interval = result.interval();
            Sample times = result.runs().sample();
            boolean any = !times.isEmpty();
            Rating rating = result.rating();
            return new Command(
                    result.command().name(),
                    result.command().words(),
                    result.command().parameters(),
                    runs.size(),
                    Decimals.of(any ? (Double) times.mean() : null),
                    Decimals.of(any ? (Double) times.min() : null),
                    Decimals.of(any ? (Double) times.max() : null),
                    Decimals.of(any ? (Double) times.standardDeviation() : null),
                    rating == null ? null : rating.text(),
                    Decimals.of(any ? (Double) times.median() : null),
                    interval == null || interval.low() == 0 ? null : Decimals.of(interval.low()),
                    interval == null ? null : Decimals.of(interval.high()),
                    Decimals.of(BenchmarkDocument.mean(runs, Measurement::cpuMs)),
                    Decimals.of(BenchmarkDocument.mean(runs, Measurement::userMs)),
                    Decimals.of(BenchmarkDocument.mean(runs, Measurement::cpuWaitMs)),
                    Decimals.of(BenchmarkDocument.mean(runs, Measurement::peakMemoryMb)),
                    AgentJson.of(result.agent()),
                    result.outliers().stream().map(OutlierJson::of).toList(),
                    runs.stream().map(RunJson::of).toList());
        }
    }

    /** Medians of what the agent recorded. */
    record AgentJson(
            int runs,
            @Nullable BigDecimal commandMs,
            @Nullable BigDecimal cpuTimeMs,
            @Nullable BigDecimal cpuWaitMs,
            @Nullable BigDecimal peakMemoryMb,
            @Nullable BigDecimal allocatedMb,
            @Nullable BigDecimal gcMs,
            @Nullable BigDecimal classesLoaded,
            @Nullable BigDecimal requests,
            Map<String, BigDecimal> phases) {
        static @Nullable AgentJson of(@Nullable AgentFigures figures) {
            if (figures == null) {
                return null;
            }
            Map<String, BigDecimal> phases = new TreeMap<>();
            figures.phases().forEach((name, ms) -> phases.put(name, Objects.requireNonNull(Decimals.of(ms))));
            return new AgentJson(
                    figures.runs(),
                    Decimals.of(figures.commandMs()),
                    Decimals.of(figures.cpuMs()),
                    Decimals.of(figures.cpuWaitMs()),
                    Decimals.of(figures.peakHeapMb()),
                    Decimals.of(figures.allocatedMb()),
                    Decimals.of(figures.gcMs()),
                    Decimals.of(figures.classesLoaded()),
                    Decimals.of(figures.requests()),
                    phases);
        }
    }

    record OutlierJson(int run, @Nullable BigDecimal wallMs, String reason) {
        static OutlierJson of(Outlier outlier) {
            return new OutlierJson(
                    outlier.run().number(),
                    Decimals.of(outlier.run().wallMs()),
                    outlier.reason().name().toLowerCase(Locale.ROOT));
        }
    }

    record RunJson(
            int run,
            @Nullable BigDecimal wallMs,
            int exitCode,
            @Nullable BigDecimal cpuMs,
            @Nullable BigDecimal userMs,
            @Nullable BigDecimal cpuWaitMs,
            @Nullable BigDecimal peakMemoryMb,
            @Nullable BigDecimal cpuPressure) {
        static RunJson of(Measurement run) {
            return new RunJson(
                    run.number(),
                    Decimals.of(run.wallMs()),
                    run.exitCode(),
                    Decimals.of(run.cpuMs()),
                    Decimals.of(run.userMs()),
                    Decimals.of(run.cpuWaitMs()),
                    Decimals.of(run.peakMemoryMb()),
                    Decimals.ratio(run.pressure()));
        }
    }

    record Pair(
            String reference,
            String command,
            String verdict,
            @Nullable BigDecimal ratio,
            @Nullable BigDecimal ratioLow,
            @Nullable BigDecimal ratioHigh) {
        static Pair of(BenchmarkResult result, PairResult pair) {
            PairedRatio ratio = pair.ratio();
            return new Pair(
                    result.commands().get(0).command().name(),
                    result.commands().get(pair.index()).command().name(),
                    pair.verdict().key(),
                    ratio == null ? null : Decimals.ratio(ratio.value()),
                    ratio == null || ratio.low() == 0 ? null : Decimals.ratio(ratio.low()),
                    ratio == null ? null : Decimals.ratio(ratio.high()));
        }
    }
}
