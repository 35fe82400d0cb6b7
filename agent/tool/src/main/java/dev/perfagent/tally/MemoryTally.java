package dev.perfagent.tally;

import dev.perfagent.history.StoredRun;
import dev.perfagent.run.ResourceUsage;

/** Memory of timed runs, added up. */
public final class MemoryTally {
    public static final double BYTES_PER_MB = 1024 * 1024;

    private final FloatList peaks = new FloatList();
    private final FloatList growths = new FloatList();
    private double allocatedMb;
    private long allocatedRuns;
    private double gcMs;
    private long gcCount;
    private long gcRuns;
    private double countedMs;
    private double peakRssMb;

    void add(StoredRun run) {
        ResourceUsage usage = run.resourceUsage();
        Double peak = usage.peakMemoryMb();
        if (peak != null) {
            peaks.add(peak);
        }
        Long growth = usage.heapDeltaBytes();
        if (growth != null) {
            growths.add(growth / BYTES_PER_MB);
        }
        Long allocated = usage.allocatedBytes();
        if (allocated != null) {
            allocatedMb += allocated / BYTES_PER_MB;
            allocatedRuns++;
        }
        Double rss = usage.peakRssMb();
        if (rss != null) {
            peakRssMb = Math.max(peakRssMb, rss);
        }
        Double collecting = usage.gcMs();
        double counted = run.duration().countedMs();
        if (collecting != null && run.duration().processMs() != null && counted > 0) {
            gcMs += collecting;
            countedMs += counted;
            Long collections = usage.gcCount();
            gcCount += collections == null ? 0 : collections;
            gcRuns++;
        }
    }

    void addAll(MemoryTally other) {
        peaks.addAll(other.peaks);
        growths.addAll(other.growths);
        allocatedMb += other.allocatedMb;
        allocatedRuns += other.allocatedRuns;
        gcMs += other.gcMs;
        gcCount += other.gcCount;
        gcRuns += other.gcRuns;
        countedMs += other.countedMs;
        peakRssMb = Math.max(peakRssMb, other.peakRssMb);
    }

    /** The most heap in use of each run that recorded it, in MB. */
    public FloatList peaksMb() {
        return peaks;
    }

    /** By how much the heap in use grew in each run that recorded it, in MB; the caller's own copy. */
    public double[] growthsMb() {
        return growths.values();
    }

    /** Allocated by all runs that recorded it, in MB. */
    public double allocatedMb() {
        return allocatedMb;
    }

    /** How many recorded it. */
    public long allocatedRuns() {
        return allocatedRuns;
    }

    /** In garbage collections, of the runs that recorded it. */
    public double gcMs() {
        return gcMs;
    }

    /** How many collections that were. */
    public long gcCount() {
        return gcCount;
    }

    /** How many runs recorded them. */
    public long gcRuns() {
        return gcRuns;
    }

    /** The time in which these were counted, see {@link dev.perfagent.run.Duration#countedMs}; 0 when none recorded them. */
    public double countedMs() {
        return countedMs;
    }

    /** The most memory that any run's process had, in MB; 0 when none recorded it. */
    public double peakRssMb() {
        return peakRssMb;
    }
}
