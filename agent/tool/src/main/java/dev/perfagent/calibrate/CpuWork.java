package dev.perfagent.calibrate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Finds primes on one thread or several at once. */
final class CpuWork implements Work {
    private static final int LARGEST = 10_000;
    private static final int PRIMES = 1_229;
    private static final int OPERATIONS = 40;

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
        if (threads == 1) {
            return NANOS_A_SECOND / Pieces.nanos(OPERATIONS, CpuWork::operation);
        }
        CountDownLatch ready = new CountDownLatch(threads);
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Share share = new Share(ready);
            share.setDaemon(true);
            share.start();
            shares.add(share);
        }
        long firstEnd = Long.MAX_VALUE;
        for (Share share : shares) {
            share.join();
            firstEnd = Math.min(firstEnd, share.ends[OPERATIONS]);
        }
        double perSecond = 0;
        for (Share share : shares) {
            perSecond += NANOS_A_SECOND / Pieces.fast(share.until(firstEnd));
        }
        return perSecond;
    }

    private static void operation() {
        if (primes() != PRIMES) {
            throw new IllegalStateException("this machine cannot count"); // and the compiler cannot leave it out
        }
    }

    /** What one of several threads does at the same time. */
    private static final class Share extends Thread {
        private final CountDownLatch ready;
        private final long[] ends = new long[OPERATIONS + 1];

        Share(CountDownLatch ready) {
            super("cpu");
            this.ready = ready;
        }

        @Override
        public void run() {
            ready.countDown();
            try {
                ready.await();
            } catch (InterruptedException e) {
                return; // nobody does that
            }
            ends[0] = System.nanoTime();
            for (int i = 1; i <= OPERATIONS; i++) {
                operation();
                ends[i] = System.nanoTime();
            }
        }

        /** The nanoseconds of the operations while all threads were at work; at least of the first one. */
        List<Double> until(long firstEnd) {
            List<Double> times = new ArrayList<>();
            for (int i = 1; i <= OPERATIONS && (i == 1 || ends[i] <= firstEnd); i++) {
                times.add((double) (ends[i] - ends[i - 1]));
            }
            return times;
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
