package dev.perfagent.threshold;

/**
 * How long runs take and how much that varies, on logarithms: durations vary by factors, not by milliseconds.
 *
 * <p>Robust: what lies further from the median than three robust standard deviations is left out of mean and deviation, so that
 * a few outliers neither move the limit nor widen it until nothing is found any more.
 */
final class Spread {
    /** With fewer runs the spread itself is guesswork. */
    static final int LEAST_RUNS = 10;

    /** CPU time varies so little that fewer are enough. */
    static final int LEAST_CPU_RUNS = 5;

    /** The change in which nothing is reported, however sure it is, where the command has no tolerance of its own; a part. */
    static final double TOLERANCE = 0.2;

    /** No machine repeats itself better than that, however alike a few runs are. */
    private static final double LEAST = 0.02;

    /** Shorter times count as that, because there is no logarithm of 0. */
    private static final double LEAST_MS = 0.001;

    /** What is taken for the spread where it is not known: that of a shared machine. */
    private static final double UNKNOWN = 0.3;

    /** Makes the median absolute deviation of a normal distribution its standard deviation. */
    private static final double MAD_TO_DEVIATION = 1.4826;

    /** Robust deviations from the median beyond which a run says nothing of how much runs usually vary. */
    private static final double OUTLIER = 3;

    /**
     * Standard normal quantiles: how far each run of a row has to be out, by the row's length. Three runs that are all over 1.3
     * deviations are rarer by chance than one over 3. Checked by simulation, docs/verdicts.md.
     */
    private static final double[] QUANTILES = {3.0, 2.2, 1.3, 1.2};

    /** Of rows whose runs need not all be that far out: most are by that much further, the rest by that much less far. */
    private static final double MARGIN = 0.1;

    private static final double MORE_FOR_CRITICAL = 1;

    /** Of the mean of some runs. Checked by simulation on recorded runs, docs/verdicts.md. */
    private static final double LEVEL_QUANTILE = 2.25;

    /** Of the tolerance, what a mean has to be over at least. */
    private static final double LEVEL_SHARE = 0.47;

    /** A few runs may be alike by chance. */
    private static final double LEAST_LEVEL = 0.04;

    /** How much CPU time varied in the recorded series, once the slowness of the machine was taken out. */
    private static final double USUAL = 0.06;

    /** How many runs the usual variation counts for: a handful of runs says little of how much a command varies. */
    private static final int USUAL_RUNS = 16;

    /** A command that varies by twice as much or more is another kind of command. */
    private static final double MOST_USUAL = 2 * USUAL;

    /**
     * Runs that follow each other meet the same load, so that the variance of a mean is that much greater than that of
     * independent ones.
     */
    private static final double ALIKE = 1.6;

    private final int runs;
    private final double median;
    private final double mean;
    private final double deviation;
    private final double outliersFrom;

    /** Of logarithms: the median of all, mean and deviation of the usual ones, and how far from the median others are. */
    private Spread(int runs, double median, double mean, double deviation, double outliersFrom) {
        this.runs = runs;
        this.median = median;
        this.mean = mean;
        this.deviation = deviation;
        this.outliersFrom = outliersFrom;
    }

    /**
     * Of those from that index on.
     *
     * @param ms {@link #LEAST_RUNS} from there on at least
     */
    static Spread of(double[] ms, int from) {
        int n = ms.length - from;
        double[] logs = new double[n];
        for (int i = 0; i < n; i++) {
            logs[i] = log(ms[from + i]);
        }
        double median = median(logs);
        double[] distances = new double[n];
        for (int i = 0; i < n; i++) {
            distances[i] = Math.abs(logs[i] - median);
        }
        double reach = OUTLIER * Math.max(median(distances) * MAD_TO_DEVIATION, LEAST);
        int usual = 0;
        double sum = 0;
        double squares = 0;
        for (double log : logs) {
            double distance = log - median;
            if (Math.abs(distance) <= reach) {
                usual++;
                sum += distance;
                squares += distance * distance;
            }
        }
        double deviation = Math.sqrt((squares - sum * sum / usual) / (usual - 1));
        return new Spread(n, median, median + sum / usual, Math.max(LEAST, deviation), reach);
    }

    /** The logarithm of a time, which may be 0. */
    static double log(double ms) {
        return Math.log(Math.max(ms, LEAST_MS));
    }

    /** Whether that time is none that is left out of mean and deviation. */
    boolean isUsual(double ms) {
        return Math.abs(log(ms) - median) <= outliersFrom;
    }

    /** Of the first of them that has enough runs; an assumed one around nothing when neither has. */
    static Spread ofEither(double[] ms, int from, double[] otherwise) {
        if (ms.length - from >= LEAST_RUNS) {
            return of(ms, from);
        }
        return otherwise.length >= LEAST_RUNS ? of(otherwise, 0) : new Spread(0, 0, 0, UNKNOWN, 0);
    }

    /** How many runs it rests on; 0 when it is assumed. */
    int runs() {
        return runs;
    }

    double medianMs() {
        return Math.exp(median);
    }

    /** Over that a run is slower by more than the tolerance, and than chance explains when that many in a row are looked at. */
    double upperMs(int row, double tolerance) {
        return Math.exp(Math.max(median + Math.log(1 + tolerance), mean + reach(quantile(row) + margin(row))));
    }

    /** Over that, half of the tolerance, has to be the rest of a row, most of which is over {@link #upperMs}. */
    double nearlyUpperMs(int row, double tolerance) {
        return Math.exp(Math.max(median + Math.log(1 + tolerance / 2), mean + reach(quantile(row) - margin(row))));
    }

    /** Over that, and only with the evidence of that many in a row, a change is critical. */
    double criticalMs(int row, double tolerance) {
        double ratio = Math.max(Verdict.CRITICAL_RATIO, 1 + tolerance);
        return Math.exp(Math.max(median + Math.log(ratio), mean + reach(quantile(row) + MORE_FOR_CRITICAL)));
    }

    /** The same as {@link #upperMs} downwards. */
    double lowerMs(int row, double tolerance) {
        return Math.exp(Math.min(median - Math.log(1 + tolerance), mean - reach(quantile(row) + margin(row))));
    }

    /** The same as {@link #nearlyUpperMs} downwards. */
    double nearlyLowerMs(int row, double tolerance) {
        return Math.exp(Math.min(median - Math.log(1 + tolerance / 2), mean - reach(quantile(row) - margin(row))));
    }

    /**
     * The mean of so many runs over which they are slower, though each alone says little: by nearly half the tolerance, and by
     * more than chance explains.
     */
    double levelMs(int count, double tolerance) {
        double reach =
                LEVEL_QUANTILE * Math.max(LEAST_LEVEL, levelDeviation()) * Math.sqrt(ALIKE / count + ALIKE / runs);
        return Math.exp(mean + Math.max(Math.log(1 + tolerance * LEVEL_SHARE), reach));
    }

    private double levelDeviation() {
        if (deviation >= MOST_USUAL) {
            return deviation;
        }
        double known = runs - 1.0;
        return Math.sqrt((USUAL_RUNS * USUAL * USUAL + known * deviation * deviation) / (USUAL_RUNS + known));
    }

    double meanMs() {
        return Math.exp(mean);
    }

    /** By what factor a run may be over a fixed figure by chance, when that many in a row are. */
    double chance(int row) {
        return Math.exp(quantile(row) * deviation);
    }

    /** Of a prediction limit: the new run's own deviation, and that of the mean it is compared with. */
    private double reach(double quantile) {
        return student(quantile, runs - 1) * deviation * Math.sqrt(1 + 1.0 / runs);
    }

    /** Of one run and of two, all have to be over the limit, because one is no more than half of them. */
    private static double margin(int row) {
        return row > 2 ? MARGIN : 0;
    }

    private static double quantile(int row) {
        return QUANTILES[Math.min(row, QUANTILES.length) - 1];
    }

    /**
     * Student's quantile from the normal one, by the first terms of its expansion; within 1 % from 9 degrees of freedom on.
     *
     * @see <a href="https://dlmf.nist.gov/26">Abramowitz and Stegun 26.7.5</a>
     */
    private static double student(double z, int degrees) {
        double cube = z * z * z;
        return z + (cube + z) / (4.0 * degrees) + (5 * cube * z * z + 16 * cube + 3 * z) / (96.0 * degrees * degrees);
    }

    static double median(double[] values) {
        double[] sorted = sorted(values);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Sorts by insertion: there are a few dozen at most, and the library's sort is more classes to load. */
    static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        for (int i = 1; i < sorted.length; i++) {
            double value = sorted[i];
            int at = i;
            for (; at > 0 && sorted[at - 1] > value; at--) {
                sorted[at] = sorted[at - 1];
            }
            sorted[at] = value;
        }
        return sorted;
    }
}
