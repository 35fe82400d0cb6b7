package dev.perfagent.calibrate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds primes on one thread or several at once. */
final class CpuWork implements Work {
    private static final int LARGEST = 10_000;
    private static final int PRIMES = 1_229;
    private static final int OPERATIONS = 100;

    private final SystemMeasure measure;
    private final int threads;

    private CpuWork(SystemMeasure measure, int threads) {
        this.measure = measure;
        this.threads = threads;
    }

    static CpuWork onOneCore() {
        return new CpuWork(SystemMeasure.CPU_ONE_CORE, 1);
    }

    static CpuWork onAllCores() {
        return new CpuWork(SystemMeasure.CPU_ALL_CORES, Runtime.getRuntime().availableProcessors());
    }

    @Override
    public SystemMeasure measure() {
        return measure;
    }

    @Override
    public double round() throws IOException, InterruptedException {
        long start = System.nanoTime();
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            Thread thread = new Thread(CpuWork::operations, "cpu-" + i);
            thread.setDaemon(true);
            thread.start();
            others.add(thread);
        }
        operations();
        for (Thread other : others) {
            other.join();
        }
        return OPERATIONS * threads * NANOS_A_SECOND / (System.nanoTime() - start);
    }

    private static void operations() {
        for (int i = 0; i < OPERATIONS; i++) {
            if (primes() != PRIMES) {
                throw new IllegalStateException("this machine cannot count"); // and the compiler cannot leave it out
            }
        }
    }

    /** The loop of sysbench, with numbers of 64 bits. */
    static int primes() {
        int count = 1;
        for (long candidate = 3; candidate < LARGEST; candidate++) {
            long divisor = 2;
            while (divisor * divisor <= candidate && candidate % divisor != 0) {
                divisor++;
            }
            if (divisor * divisor > candidate) {
                count++;
            }
        }
        return count;
    }
}
