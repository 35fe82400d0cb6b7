package dev.perfagent.bench.hook;

import dev.perfagent.hook.Handoff;
import dev.perfagent.hook.Site;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** One phase's enter and exit, three nested ones, and ten threads in one phase and in one of their own each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class PhaseBenchmark {
    private static final int OUTER = Site.ofRule(0);
    private static final int MIDDLE = Site.ofRule(1);
    private static final int INNER = Site.ofRule(2);

    /** Connects the recorder. */
    @Setup
    public void connect() {
        WiredRecorder.connect("outer", "middle", "inner");
    }

    /** One enter and exit. */
    @Benchmark
    public void one() {
        Object token = Handoff.enter(OUTER, null, null);
        Handoff.exit(OUTER, token, null, null);
    }

    /** Three, each inside the one before. */
    @Benchmark
    public void nestedThree() {
        Object outer = Handoff.enter(OUTER, null, null);
        Object middle = Handoff.enter(MIDDLE, null, null);
        Object inner = Handoff.enter(INNER, null, null);
        Handoff.exit(INNER, inner, null, null);
        Handoff.exit(MIDDLE, middle, null, null);
        Handoff.exit(OUTER, outer, null, null);
    }

    /** Ten threads at once, all in the same phase: the time is each thread's. */
    @Benchmark
    @Threads(10)
    public void tenThreadsInOne() {
        Object token = Handoff.enter(OUTER, null, null);
        Handoff.exit(OUTER, token, null, null);
    }
}
