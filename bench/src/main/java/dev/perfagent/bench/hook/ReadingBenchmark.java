package dev.perfagent.bench.hook;

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

/** The readings a phase cannot do without, on this machine: the floor under {@link PhaseBenchmark}, which takes two of each. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class ReadingBenchmark {
    private static final Runtime RUNTIME = Runtime.getRuntime();

    private final ThreadLocal<Object> local = ThreadLocal.withInitial(Object::new);
    private final Object lock = new Object();
    private long sum;

    /** One reading of the monotonic clock. */
    @Benchmark
    public long nanoTime() {
        return System.nanoTime();
    }

    /** One reading of the heap in use: two native calls. */
    @Benchmark
    public long heapInUse() {
        return RUNTIME.totalMemory() - RUNTIME.freeMemory();
    }

    /** The half of it that changes between collections. */
    @Benchmark
    public long freeMemory() {
        return RUNTIME.freeMemory();
    }

    /** One look-up of what is kept for the running thread. */
    @Benchmark
    public Object threadLocal() {
        return local.get();
    }

    /** One uncontended monitor. */
    @Benchmark
    public long monitor() {
        synchronized (lock) {
            return ++sum;
        }
    }
}
