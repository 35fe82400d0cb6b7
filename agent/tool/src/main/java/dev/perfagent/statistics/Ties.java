package dev.perfagent.statistics;

import java.util.stream.IntStream;

/** Equal values, for which rank tests have to be corrected. */
final class Ties {
    private Ties() {}

    /** The sizes of the groups of equal values. */
    static int[] sizes(double... values) {
        return sizes(Sample.of(values));
    }

    /** The same of sorted ones. */
    static int[] sizes(Sample values) {
        double[] sorted = values.inOrder();
        IntStream.Builder ties = IntStream.builder();
        int from = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[from]) {
                ties.add(i - from);
                from = i;
            }
        }
        return ties.build().toArray();
    }
}
