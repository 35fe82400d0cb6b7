package dev.perfagent.tally;

import dev.perfagent.run.Phase;

/** A phase of timed runs, added up. */
public final class PhaseTally {
    private long runs;
    private long count;
    private double ms;
    private double selfMs;
    private double wallMs;
    private double cpuMs;
    private long allocatedBytes;

    /** @param allocationKnown whether the run knows what it allocated in all, so that this phase's part is a share of it */
    void add(Phase phase, boolean allocationKnown) {
        runs++;
        count += phase.count();
        double all = Double.isNaN(phase.ms()) ? 0 : phase.ms();
        double self = Double.isNaN(phase.selfMs()) ? all : phase.selfMs();
        Double parallel = phase.parallelism();
        ms += all;
        selfMs += self;
        wallMs += self / (parallel == null ? 1 : Math.max(1, parallel));
        Double cpu = phase.cpuMs();
        cpuMs += cpu == null ? 0 : cpu;
        Long allocated = phase.allocatedBytes();
        allocatedBytes += allocated == null || !allocationKnown ? 0 : allocated;
    }

    void addAll(PhaseTally other) {
        runs += other.runs;
        count += other.count;
        ms += other.ms;
        selfMs += other.selfMs;
        wallMs += other.wallMs;
        cpuMs += other.cpuMs;
        allocatedBytes += other.allocatedBytes;
    }

    /** How many runs entered it. */
    public long runs() {
        return runs;
    }

    /** Entries. */
    public long count() {
        return count;
    }

    /** With the phases inside it, over all threads. */
    public double ms() {
        return ms;
    }

    /** Without the phases inside it, over all threads. */
    public double selfMs() {
        return selfMs;
    }

    /** Of the command's own time: {@link #selfMs()} of each run by its parallelism there. */
    public double wallMs() {
        return wallMs;
    }

    public double cpuMs() {
        return cpuMs;
    }

    /** With the phases inside it, in the runs that know what they allocated in all ({@link MemoryTally#allocatedRuns}). */
    public long allocatedBytes() {
        return allocatedBytes;
    }
}
