package dev.perfagent.analysis;

import dev.perfagent.statistics.Sample;
import dev.perfagent.tally.TimeSeries;
import java.util.Arrays;

/**
 * A long series made short: the medians of equal numbers of runs that followed each other. What tests compare each value with
 * each other takes too long on a million runs, and the medians show the same.
 */
public final class SeriesBlocks {
    private final int size;
    private final int leftOver;
    private final double[] medians;

    private SeriesBlocks(int size, int leftOver, double[] medians) {
        this.size = size;
        this.leftOver = leftOver;
        this.medians = medians;
    }

    /** Of a sorted series, at most that many. */
    public static SeriesBlocks of(TimeSeries series, int most) {
        return of(series.values(), most);
    }

    /** Of values in the order of time, at most that many. */
    static SeriesBlocks of(double[] values, int most) {
        int size = Math.max(1, (values.length + most - 1) / most);
        if (size == 1) {
            return new SeriesBlocks(1, 0, values.clone());
        }
        // What is left over at the beginning is too little for a block of its own.
        int first = values.length % size;
        double[] medians = new double[values.length / size];
        for (int i = 0; i < medians.length; i++) {
            int from = first + i * size;
            medians[i] =
                    Sample.of(Arrays.copyOfRange(values, from, from + size)).median();
        }
        return new SeriesBlocks(size, first, medians);
    }

    /** Runs in each; 1 when the series is short. */
    public int size() {
        return size;
    }

    /** The rank of the first run of a block; the runs left over at the beginning belong to the first one. */
    int first(int block) {
        return block == 0 ? 0 : leftOver + block * size;
    }

    /** In the order of time; the caller's own copy. */
    public double[] medians() {
        return medians.clone();
    }
}
