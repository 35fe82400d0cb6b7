package dev.perfagent.statistics;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where values are going over time: the test of Mann (1945) and Kendall (1975) for whether they rise or fall, the slope of Theil
 * (1950) and Sen (1968) for how much.
 *
 * @param direction what it comes to
 * @param change from the beginning to the end of the line through the values, as a part: 0.3 for 30 % more; null when the line is
 *     not above 0 from its beginning to its end, for then there is nothing to be a part of
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

    /** A trend that came to less than that is none worth reporting. */
    public static final double NOTABLE = 0.1;

    /** A line below that, the resolution of recorded times in ms, is at 0. */
    private static final double LEAST_VALUE = 0.001;

    private static final double ALPHA = 0.01;

    /** Of the interval that has to be within {@value #NOTABLE} for values to be called stable: 95 %, both sides. */
    private static final double INTERVAL = 0.975;

    /** What a trend comes to, for values of which less is better. */
    public enum Direction {
        IMPROVING,
        /** The change is small: its 95 % interval lies within {@value Trend#NOTABLE}. */
        STABLE,
        DEGRADING,
        /** Neither is shown: there may be no trend, or too few or too different values to see it. */
        NO_TREND_SHOWN,
        /** Too few values. */
        UNKNOWN;

        /** As users read it. */
        public String text() {
            return key().replace('_', ' ');
        }

        /** As programs read it. */
        public String key() {
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
        double error = Math.sqrt(Math.max(0, variance(values)));
        double p = error == 0 ? 1 : Math.min(1, 2 * Ratio.above(Math.max(0, Math.abs(score(values)) - 1) / error));
        Sample slopes = slopes(values);
        double middle = Sample.of(values).median();
        Double change = change(middle, slopes.median() * (n - 1));
        return new Trend(direction(slopes, middle, error, p, n), change, p, n);
    }

    private static Direction direction(Sample slopes, double middle, double error, double p, int n) {
        double rise = slopes.median() * (n - 1);
        Double change = change(middle, rise);
        // A line that is not above 0 all along is steep.
        boolean notable = change == null ? rise != 0 : Math.abs(change) >= NOTABLE;
        if (p < ALPHA && notable) {
            return rise > 0 ? Direction.DEGRADING : Direction.IMPROVING;
        }
        // Sen's interval of the slope: the ranks that lie as far from the middle as the score may be by chance.
        int all = slopes.size();
        int out = (int) Math.floor((all - Ratio.z(INTERVAL) * error) / 2);
        double low = slopes.at(Math.max(1, out)) * (n - 1);
        double high = slopes.at(Math.min(all, all - out + 1)) * (n - 1);
        return isSmall(change(middle, low), low) && isSmall(change(middle, high), high)
                ? Direction.STABLE
                : Direction.NO_TREND_SHOWN;
    }

    private static boolean isSmall(@Nullable Double change, double rise) {
        return change == null ? rise == 0 : Math.abs(change) < NOTABLE;
    }

    /** What the line through the middle rises or falls over all values, by where it begins. */
    private static @Nullable Double change(double middle, double rise) {
        double begin = middle - rise / 2;
        double end = middle + rise / 2;
        return begin < LEAST_VALUE || end < LEAST_VALUE ? null : (Double) (rise / begin);
    }

    /** Kendall's: how many more pairs rise than fall. */
    private static double score(double[] values) {
        double s = 0;
        for (int i = 1; i < values.length; i++) {
            for (int j = 0; j < i; j++) {
                s += Math.signum(values[i] - values[j]);
            }
        }
        return s;
    }

    /** Of the score, when there is no trend. */
    static double variance(double[] values) {
        double n = values.length;
        double variance = n * (n - 1) * (2 * n + 5);
        for (int ties : Ties.sizes(values)) {
            variance -= (double) ties * (ties - 1) * (2 * ties + 5);
        }
        return variance / 18;
    }

    /** Between all pairs, in a value a step. */
    private static Sample slopes(double[] values) {
        double[] slopes = new double[values.length * (values.length - 1) / 2];
        int next = 0;
        for (int i = 1; i < values.length; i++) {
            for (int j = 0; j < i; j++) {
                slopes[next++] = (values[i] - values[j]) / (i - j);
            }
        }
        return Sample.of(slopes);
    }
}
