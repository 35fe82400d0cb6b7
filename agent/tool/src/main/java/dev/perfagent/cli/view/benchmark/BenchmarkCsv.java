package dev.perfagent.cli.view.benchmark;

import dev.perfagent.benchmark.BenchmarkResult;
import dev.perfagent.benchmark.CommandResult;
import dev.perfagent.benchmark.Measurement;
import dev.perfagent.benchmark.PairResult;
import dev.perfagent.cli.output.Csv;
import dev.perfagent.cli.output.Decimals;
import dev.perfagent.statistics.PairedRatio;
import dev.perfagent.statistics.Sample;
import dev.perfagent.threshold.Rating;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A benchmark for spreadsheets: one row a command. Times are in ms. */
public final class BenchmarkCsv {
    private static final List<String> HEADING = List.of(
            "command",
            "runs",
            "mean_ms",
            "std_deviation_ms",
            "median_ms",
            "min_ms",
            "max_ms",
            "mean_cpu_ms",
            "mean_peak_memory_mb",
            "rating",
            "ratio_to_first",
            "ratio_low",
            "ratio_high",
            "verdict");

    private BenchmarkCsv() {}

    public static String of(BenchmarkResult result) {
        Csv csv = new Csv();
        HEADING.forEach(csv::text);
        csv.endRow();
        for (int i = 0; i < result.commands().size(); i++) {
            int index = i;
            command(result.commands().get(i), csv);
            ratio(
                    result.pairs().stream()
                            .filter(pair -> pair.index() == index)
                            .findFirst()
                            .orElse(null),
                    csv);
            csv.endRow();
        }
        return csv.toString();
    }

    private static void command(CommandResult command, Csv csv) {
        List<Measurement> runs = command.runs().runs();
        Sample times = command.runs().sample();
        boolean any = !times.isEmpty();
        Rating rating = command.rating();
        csv.text(command.command().name())
                .number(runs.size())
                .number(Decimals.of(any ? (Double) times.mean() : null))
                .number(Decimals.of(any ? (Double) times.standardDeviation() : null))
                .number(Decimals.of(any ? (Double) times.median() : null))
                .number(Decimals.of(any ? (Double) times.min() : null))
                .number(Decimals.of(any ? (Double) times.max() : null))
                .number(Decimals.of(BenchmarkDocument.mean(runs, Measurement::cpuMs)))
                .number(Decimals.of(BenchmarkDocument.mean(runs, Measurement::peakMemoryMb)))
                .text(rating == null ? "" : rating.text());
    }

    private static void ratio(@Nullable PairResult pair, Csv csv) {
        PairedRatio ratio = pair == null ? null : pair.ratio();
        csv.number(ratio == null ? null : Decimals.ratio(ratio.value()))
                .number(ratio == null || ratio.low() == 0 ? null : Decimals.ratio(ratio.low()))
                .number(ratio == null ? null : Decimals.ratio(ratio.high()))
                .text(pair == null ? "" : pair.verdict().key());
    }
}
