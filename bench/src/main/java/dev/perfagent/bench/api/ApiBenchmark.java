package dev.perfagent.bench.api;

import dev.perfagent.api.MetricsCollector;
import dev.perfagent.api.Operation;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A call of the API without the agent: nobody listens, and the collector is full, so that it drops its oldest entries too. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class ApiBenchmark {
    private final MetricsCollector metrics = MetricsCollector.ofProcess();
    private final Operation operation = Operation.of("work", "target").with("number", 1);

    /** Work without a value, whose description was made before. */
    @Benchmark
    public Object run() {
        return metrics.run(operation, () -> {});
    }

    /** Work with a value, described in the call. */
    @Benchmark
    public Object measure() throws Exception {
        return metrics.measure("work", "target", () -> this);
    }

    /** A start and its stop. */
    @Benchmark
    public Object startAndStop() {
        metrics.start("work");
        return metrics.stop("work");
    }

    /** A value for the run. */
    @Benchmark
    public void context() {
        metrics.context("tasks", 87);
    }

    /** The three readings of clocks that a measurement consists of, for comparison. */
    @Benchmark
    public long clocks() {
        return System.currentTimeMillis() + System.nanoTime() - System.nanoTime();
    }
}
