package dev.perfagent.statistics;

import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Measured values, sorted and unchangeable. It may be empty; then only its size can be asked for. */
public final class Sample {
    /** With fewer, it is likelier than 5 % that all of them lie below the true 95 % quantile: 0.95^59 is 0.0485. */
    public static final int SURE_P95 = 59;

    /** With fewer, the 99 % quantile by nearest rank is the maximum, one odd run. */
    public static final int LEAST_FOR_P99 = 100;

    private final double[] sorted;

    private Sample(double[] sorted) {
        this.sorted = sorted;
    }

    /**
     * Of values in any order.
     *
     * @throws IllegalArgumentException when one of them is not finite
     */
    public static Sample of(double... values) {
        double[] sorted = values.clone();
        for (double value : sorted) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("not a finite value: " + value);
            }
        }
        Arrays.sort(sorted);
        return new Sample(sorted);
    }

    /** Of values in any order; see {@link #of(double...)}. */
    public static Sample of(Collection<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** How many values. */
    public int size() {
        return sorted.length;
    }

    /** Whether there is no value. */
    public boolean isEmpty() {
        return sorted.length == 0;
    }

    /** The values, the smallest first; the caller's own copy. */
    public double[] values() {
        return sorted.clone();
    }

    /** The smallest value. */
    public double min() {
        return at(1);
    }

    /** The greatest value. */
    public double max() {
        return at(sorted.length);
    }

    /**
     * The middle value; of an even number, the mean of the two in the middle, halved first so that their sum is never infinite.
     */
    public double median() {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? at(half + 1) : at(half) / 2 + at(half + 1) / 2;
    }

    /** The arithmetic mean. */
    public double mean() {
        at(1);
        return Arrays.stream(sorted).sum() / sorted.length;
    }

    /** How far values lie from the mean (of n values divided by n - 1); 0 for a single value. */
    public double standardDeviation() {
        double mean = mean();
        double squares = 0;
        for (double value : sorted) {
            squares += (value - mean) * (value - mean);
        }
        return sorted.length == 1 ? 0 : Math.sqrt(squares / (sorted.length - 1));
    }

    /**
     * The smallest value that at least that part of the values does not exceed (nearest rank): always one that was measured.
     *
     * @param part above 0, at most 1
     */
    public double quantile(double part) {
        if (!(part > 0 && part <= 1)) {
            throw new IllegalArgumentException("quantile " + part);
        }
        // 0.95 * 20 is a little more than 19 in binary; without the slack it would be rank 20.
        int rank = (int) Math.ceil(part * sorted.length - 1e-9);
        return at(Math.max(1, rank));
    }

    /** What 95 of 100 runs do not exceed; called an estimate under {@value #SURE_P95} values. */
    public Quantile p95() {
        return new Quantile(quantile(0.95), sorted.length < SURE_P95);
    }

    /** What 99 of 100 runs do not exceed; null under {@value #LEAST_FOR_P99} values. */
    public @Nullable Quantile p99() {
        return sorted.length < LEAST_FOR_P99 ? null : new Quantile(quantile(0.99), false);
    }

    /**
     * The median absolute deviation: half of the values lie within that much of the median. A single odd run does not move it.
     */
    public double medianAbsoluteDeviation() {
        double middle = median();
        return of(Arrays.stream(sorted).map(value -> Math.abs(value - middle)).toArray())
                .median();
    }

    /** The median absolute deviation as a part of the median, 0.06 for 6 %; null when the median is not above 0. */
    public @Nullable Double spread() {
        double middle = median();
        return middle > 0 ? (Double) (medianAbsoluteDeviation() / middle) : null;
    }

    /** The value of a rank, 1 for the smallest. */
    double at(int rank) {
        if (isEmpty()) {
            throw new IllegalStateException("an empty sample");
        }
        return sorted[rank - 1];
    }

    /**
     * The values less those of a part of them, without sorting again.
     *
     * @param part each of its values is one of these values
     */
    Sample without(Sample part) {
        double[] rest = new double[sorted.length - part.sorted.length];
        int left = 0;
        int passed = 0;
        for (double value : sorted) {
            boolean isOfPart = passed < part.sorted.length && Double.compare(value, part.sorted[passed]) == 0;
            if (isOfPart) {
                passed++;
            } else {
                rest[left++] = value;
            }
        }
        return new Sample(rest);
    }

    /** The values for reading only. */
    double[] inOrder() {
        return sorted;
    }
}
