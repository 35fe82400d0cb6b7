package dev.perfagent.cli.view.benchmark;

import dev.perfagent.statistics.Sample;

/** How many values lie where between the least and the greatest, as a row of little bars. */
final class Histogram {
    private static final String BARS = "▁▂▃▄▅▆▇█";

    private Histogram() {}

    /** Of a sample that is not empty; a blank where no value is. */
    static String of(Sample sample, int columns) {
        double range = sample.max() - sample.min();
        int[] counts = new int[range > 0 ? columns : 1];
        int most = 0;
        for (double value : sample.values()) {
            int column = range > 0 ? (int) Math.min(columns - 1.0, (value - sample.min()) / range * columns) : 0;
            counts[column]++;
            most = Math.max(most, counts[column]);
        }
        StringBuilder bars = new StringBuilder();
        for (int count : counts) {
            bars.append(count == 0 ? ' ' : BARS.charAt((int) Math.ceil((double) count / most * BARS.length()) - 1));
        }
        return bars.toString();
    }
}
