package dev.perfagent.tally;

import dev.perfagent.run.Contention;
import dev.perfagent.statistics.Sample;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Times of runs with when they began, of which version they were, and what the machine had to do with them, in arrays: a history
 * has millions of them.
 */
public final class TimeSeries {
    private static final int FIRST_CAPACITY = 16;

    private long[] starts = new long[FIRST_CAPACITY];
    private double[] values = new double[FIRST_CAPACITY];
    private short[] versions = new short[FIRST_CAPACITY];
    private SeriesParts parts = new SeriesParts();
    private int size;
    private boolean withoutMachine;
    private @Nullable TimeSeries comparable;

    TimeSeries() {
        parts.reserve(FIRST_CAPACITY);
    }

    /**
     * Adds a run.
     *
     * @param start ms since 1970
     * @param value ms it took
     * @param version number of its version
     * @param contention what the machine had to do with it
     */
    void add(long start, double value, int version, Contention contention) {
        reserve(size + 1);
        parts.set(size, contention);
        append(start, value, version);
    }

    private void append(long start, double value, int version) {
        starts[size] = start;
        values[size] = value;
        versions[size] = (short) version;
        size++;
        comparable = null;
    }

    /** Adds all of another, whose versions have other numbers. */
    void addAll(TimeSeries other, int[] versionOf) {
        reserve(size + other.size);
        for (int i = 0; i < other.size; i++) {
            parts.copy(other.parts, i, size);
            append(other.starts[i], other.values[i], versionOf[other.versions[i]]);
        }
    }

    /** How many runs. */
    public int size() {
        return size;
    }

    /** When the run of that rank began, in ms since 1970. */
    public long start(int index) {
        return starts[index];
    }

    /** What the run of that rank took, in ms. */
    public double value(int index) {
        return values[index];
    }

    /** The number of that run's version. */
    public int version(int index) {
        return versions[index];
    }

    /** The times in the order of the runs; the caller's own copy. */
    public double[] values() {
        return Arrays.copyOf(values, size);
    }

    /**
     * The same runs with the times that can be compared with each other: where the machine was busy in a tenth of the runs or
     * more, those without its part, all at the same speed of the CPU; else this series.
     */
    public TimeSeries comparable() {
        if (comparable == null) {
            comparable = comparableNow();
        }
        return comparable;
    }

    private TimeSeries comparableNow() {
        double[] all = values();
        if (withoutMachine || !parts.areBusy(all)) {
            return this;
        }
        TimeSeries other = new TimeSeries();
        other.starts = starts;
        other.values = parts.withoutMachine(all);
        other.versions = versions;
        other.parts = parts;
        other.size = size;
        other.withoutMachine = true;
        return other;
    }

    /** Whether these are times without the machine's part. */
    public boolean isWithoutMachine() {
        return withoutMachine;
    }

    /** The times of several together. */
    public static Sample pooled(List<TimeSeries> several) {
        double[] values = new double[several.stream().mapToInt(TimeSeries::size).sum()];
        int next = 0;
        for (TimeSeries one : several) {
            System.arraycopy(one.values, 0, values, next, one.size);
            next += one.size;
        }
        return Sample.of(values);
    }

    /** The oldest first; of those that began at once, the one that was added first. */
    void sort() {
        if (isSorted()) {
            return;
        }
        long least = Arrays.stream(starts, 0, size).min().orElse(0);
        int indexBits = Integer.SIZE - Integer.numberOfLeadingZeros(size);
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            order[i] = (starts[i] - least) << indexBits | i;
        }
        Arrays.sort(order);
        long[] sortedStarts = new long[size];
        double[] sortedValues = new double[size];
        short[] sortedVersions = new short[size];
        SeriesParts sortedParts = new SeriesParts();
        sortedParts.reserve(size);
        long indexMask = (1L << indexBits) - 1;
        for (int i = 0; i < size; i++) {
            int from = (int) (order[i] & indexMask);
            sortedStarts[i] = starts[from];
            sortedValues[i] = values[from];
            sortedVersions[i] = versions[from];
            sortedParts.copy(parts, from, i);
        }
        starts = sortedStarts;
        values = sortedValues;
        versions = sortedVersions;
        parts = sortedParts;
        comparable = null;
    }

    private boolean isSorted() {
        for (int i = 1; i < size; i++) {
            if (starts[i] < starts[i - 1]) {
                return false;
            }
        }
        return true;
    }

    private void reserve(int wanted) {
        if (wanted > starts.length) {
            int capacity = Math.max(wanted, starts.length + (starts.length >> 1));
            starts = Arrays.copyOf(starts, capacity);
            values = Arrays.copyOf(values, capacity);
            versions = Arrays.copyOf(versions, capacity);
            parts.reserve(capacity);
        }
    }
}
