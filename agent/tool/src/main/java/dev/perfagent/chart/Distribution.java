package dev.perfagent.chart;

import dev.perfagent.statistics.Sample;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many runs took how long, in equal steps from the fastest run to the 99 % quantile; slower ones are in the last step.
 *
 * @param from where the first step begins, in ms
 * @param step how long each is, in ms
 */
public record Distribution(double from, double step, List<Integer> runs) {
    private static final int MOST_STEPS = 40;
    private static final double NEARLY_ALL = 0.99;

    /** Of times of runs; without any, one step without runs. */
    public static Distribution of(Sample times) {
        if (times.isEmpty()) {
            return new Distribution(0, 1, List.of(0));
        }
        double from = times.min();
        int steps = (int) Math.max(1, Math.min(MOST_STEPS, Math.ceil(2 * Math.sqrt(times.size()))));
        double step = Math.max(0.001, (times.quantile(NEARLY_ALL) - from) / steps);
        int[] counts = new int[steps];
        for (double time : times.values()) {
            counts[(int) Math.min(steps - 1L, (long) ((time - from) / step))]++;
        }
        return new Distribution(from, step, IntStream.of(counts).boxed().toList());
    }
}
