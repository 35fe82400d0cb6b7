package dev.perfagent.statistics;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where values are going over time: the test of Mann (1945) and Kendall (1975) for whether they rise or fall, the slope of Theil
 * (1950) and Sen (1968) for how much.
 *
 * @param direction what it comes to
 * @param change from the first to the last of the values, as a part: 0.3 for 30 % more; null when a median is not above 0
 * @param pValue how often values without a trend would rise or fall that much; null with fewer than {@value #LEAST}
 * @param size of how many values
 */
public record Trend(
        Direction direction,
        @Nullable Double change,
        @Nullable Double pValue,
        int size) {
    /** With fewer values nothing is said. */
    public static final int LEAST = 10;

    /** Only that many of the newest values are looked at; each pair of them is compared. */
    public static final int MOST = 1000;

    /** A trend that came to less than that is none worth telling. */
    public static final double NOTABLE = 0.1;

    private static final double ALPHA = 0.01;

    /** What a trend comes to, for values of which less is better. */
    public enum Direction {
        IMPROVING,
        STABLE,
        DEGRADING,
        /** Too few values. */
        UNKNOWN;

        /** As users read it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Of finite values in the order of time. */
    public static Trend of(double... inTimeOrder) {
        double[] values = inTimeOrder.length > MOST
                ? Arrays.copyOfRange(inTimeOrder, inTimeOrder.length - MOST, inTimeOrder.length)
                : inTimeOrder;
        int n = values.length;
        if (n < LEAST) {
            return new Trend(Direction.UNKNOWN, null, null, n);
        }
        double p = pValue(values);
        double middle = Sample.of(values).median();
        if (middle <= 0) {
            return new Trend(Direction.STABLE, null, p, n);
        }
        // The line through the middle: what it rises or falls over all values, by where it begins.
        double rise = slope(values) * (n - 1);
        double begin = Math.max(middle - rise / 2, Double.MIN_NORMAL);
        double change = rise / begin;
        return new Trend(direction(change, p), change, p, n);
    }

    private static Direction direction(double change, double p) {
        if (p >= ALPHA || Math.abs(change) < NOTABLE) {
            return Direction.STABLE;
        }
        return change > 0 ? Direction.DEGRADING : Direction.IMPROVING;
    }

    private static double pValue(double[] values) {
        double n = values.length;
        double s = 0;
        for (int i = 1; i < values.length; i++) {
            for (int j = 0; j < i; j++) {
                s += Math.signum(values[i] - values[j]);
            }
        }
        double variance = n * (n - 1) * (2 * n + 5);
        for (int ties : Ties.sizes(values)) {
            variance -= (double) ties * (ties - 1) * (2 * ties + 5);
        }
        if (variance <= 0) {
            return 1;
        }
        double z = Math.max(0, Math.abs(s) - 1) / Math.sqrt(variance / 18);
        return Math.min(1, 2 * Ratio.above(z));
    }

    /** The median of the slopes between all pairs. */
    private static double slope(double[] values) {
        double[] slopes = new double[values.length * (values.length - 1) / 2];
        int next = 0;
        for (int i = 1; i < values.length; i++) {
            for (int j = 0; j < i; j++) {
                slopes[next++] = (values[i] - values[j]) / (i - j);
            }
        }
        return Sample.of(slopes).median();
    }
}
