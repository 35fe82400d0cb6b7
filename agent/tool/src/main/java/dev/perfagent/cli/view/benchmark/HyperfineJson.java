package dev.perfagent.cli.view.benchmark;

import dev.perfagent.benchmark.BenchmarkResult;
import dev.perfagent.benchmark.CommandResult;
import dev.perfagent.benchmark.Measurement;
import dev.perfagent.statistics.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A benchmark in the form of hyperfine's JSON, for programs that read that: times in seconds. */
public record HyperfineJson(List<Command> results) {
    private static final double MS_A_SECOND = 1000;

    public static HyperfineJson of(BenchmarkResult result) {
        return new HyperfineJson(result.commands().stream()
                .filter(command -> command.interval() != null)
                .map(Command::of)
                .toList());
    }

    record Command(
            String command,
            double mean,
            @Nullable Double stddev,
            double median,
            double user,
            double system,
            double min,
            double max,
            List<Double> times,
            List<Integer> exitCodes,
            Map<String, String> parameters) {
        static Command of(CommandResult result) {
            List<Measurement> runs = result.runs().runs();
            Sample times = result.runs().sample();
            Double cpu = BenchmarkDocument.mean(runs, Measurement::cpuMs);
            Double user = BenchmarkDocument.mean(runs, Measurement::userMs);
            double userMs = user == null ? 0 : user;
            return new Command(
                    result.command().name(),
                    times.mean() / MS_A_SECOND,
                    times.size() == 1 ? null : (Double) (times.standardDeviation() / MS_A_SECOND),
                    times.median() / MS_A_SECOND,
                    userMs / MS_A_SECOND,
                    (cpu == null ? 0 : cpu - userMs) / MS_A_SECOND,
                    times.min() / MS_A_SECOND,
                    times.max() / MS_A_SECOND,
                    Arrays.stream(result.runs().times())
                            .map(ms -> ms / MS_A_SECOND)
                            .boxed()
                            .toList(),
                    runs.stream().map(Measurement::exitCode).toList(),
                    result.command().parameters());
        }
    }
}
