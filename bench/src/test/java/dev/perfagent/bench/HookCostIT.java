package dev.perfagent.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.bench.hook.HttpBenchmark;
import dev.perfagent.bench.hook.PhaseBenchmark;
import dev.perfagent.bench.hook.ReadingBenchmark;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What hooks cost, as a multiple of what no phase can do without on the same machine: two readings of the clock and two locks.
 * The limits are wide enough for a busy machine; docs/performance.md has the figures.
 */
final class HookCostIT {
    private static final String PHASE = PhaseBenchmark.class.getName() + ".one";
    private static final String GITHUB_CALL = HttpBenchmark.class.getName() + ".gitHubCall";
    private static final String OTHER_CALL = HttpBenchmark.class.getName() + ".otherCall";
    private static final String CLOCK = ReadingBenchmark.class.getName() + ".nanoTime";
    private static final String LOCK = ReadingBenchmark.class.getName() + ".monitor";

    /** When these were set, they were 1.3, 19 and 4; with the hooks before decision 211 this test measured 1.7, 23 and 8.5. */
    private static final Map<String, Double> MOST_TIMES = Map.of(PHASE, 1.6, GITHUB_CALL, 25.0, OTHER_CALL, 8.0);

    /** Other processes make an iteration longer, never shorter: what was too long once is measured again. */
    private static final int MOST_ROUNDS = 3;

    private static final int ITERATIONS = 5;
    private static final TimeValue ITERATION = TimeValue.milliseconds(300);

    @Test
    void areSmallMultiplesOfWhatTheJvmAsksForClockAndLock() throws RunnerException {
        Map<String, Double> least = new HashMap<>();
        Map<String, Double> times = measured(least);
        for (int round = 1; round < MOST_ROUNDS && !isWithin(times); round++) {
            times = measured(least);
        }

        for (Map.Entry<String, Double> most : MOST_TIMES.entrySet()) {
            assertThat(of(times, most.getKey()))
                    .as("%s, of %s", most.getKey(), least)
                    .isLessThanOrEqualTo(most.getValue());
        }
    }

    private static boolean isWithin(Map<String, Double> times) {
        return MOST_TIMES.entrySet().stream().allMatch(most -> of(times, most.getKey()) <= most.getValue());
    }

    /** @param least nanoseconds of each benchmark's shortest iteration so far */
    private static Map<String, Double> measured(Map<String, Double> least) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        for (String benchmark : new String[] {PHASE, GITHUB_CALL, OTHER_CALL, CLOCK, LOCK}) {
            options.include(benchmark.replace(".", "\\.") + "$");
        }
        Options all = options.forks(1)
                .jvmArgs("-Xmx256m") // not those of this process, which compiles for tests
                .warmupIterations(ITERATIONS)
                .warmupTime(ITERATION)
                .measurementIterations(ITERATIONS)
                .measurementTime(ITERATION)
                .verbosity(VerboseMode.SILENT)
                .build();
        for (RunResult result : new Runner(all).run()) {
            for (BenchmarkResult fork : result.getBenchmarkResults()) {
                for (IterationResult iteration : fork.getIterationResults()) {
                    least.merge(
                            result.getParams().getBenchmark(),
                            iteration.getPrimaryResult().getScore(),
                            Math::min);
                }
            }
        }
        double floor = 2 * of(least, CLOCK) + 2 * of(least, LOCK);
        Map<String, Double> times = new HashMap<>();
        MOST_TIMES.keySet().forEach(benchmark -> times.put(benchmark, of(least, benchmark) / floor));
        return times;
    }

    private static double of(Map<String, Double> all, String benchmark) {
        return Objects.requireNonNull(all.get(benchmark), benchmark);
    }
}
