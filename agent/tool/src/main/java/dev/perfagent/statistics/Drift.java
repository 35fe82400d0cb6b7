package dev.perfagent.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much values rise or fall all along, whatever steps are between their parts: the slope of Theil and Sen over pairs within
 * the same part, and the test of Mann and Kendall with the parts' scores added up (as Hirsch, Slack and Smith (1982) add up
 * seasons').
 *
 * @param perUnit of the places
 * @param pValue how often values without a drift would rise or fall that much
 * @param size of how many values
 */
public record Drift(double perUnit, double pValue, int size) {
    /** None. */
    public static final Drift NONE = new Drift(0, 1, 0);

    /** A part with fewer values says nothing. */
    private static final int LEAST = 3;

    /**
     * Of values at those places, both in the order of time.
     *
     * @param borders where a part begins, but for the first, in ascending order
     */
    public static Drift of(double[] places, double[] values, List<Integer> borders) {
        List<Integer> ends = new ArrayList<>(borders);
        ends.add(values.length);
        double[] slopes = new double[values.length * (values.length - 1) / 2];
        int count = 0;
        double score = 0;
        double variance = 0;
        int from = 0;
        for (int end : ends) {
            for (int i = from + 1; end - from >= LEAST && i < end; i++) {
                for (int j = from; j < i; j++) {
                    score += Math.signum(values[i] - values[j]);
                    if (places[i] > places[j]) {
                        slopes[count++] = (values[i] - values[j]) / (places[i] - places[j]);
                    }
                }
            }
            if (end - from >= LEAST) {
                variance += Trend.variance(Arrays.copyOfRange(values, from, end));
            }
            from = end;
        }
        if (count == 0 || variance <= 0) {
            return NONE;
        }
        double p = Math.min(1, 2 * Ratio.above(Math.max(0, Math.abs(score) - 1) / Math.sqrt(variance)));
        return new Drift(Sample.of(Arrays.copyOf(slopes, count)).median(), p, values.length);
    }
}
