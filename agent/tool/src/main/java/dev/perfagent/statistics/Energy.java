package dev.perfagent.statistics;

import java.util.Arrays;

/**
 * Where a series is best split in two: at the greatest energy statistic of Székely and Rizzo (2004), which weighs how far the
 * values of the two parts are from each other against how far they are among themselves. All splits of a segment together take
 * O(n log n): sums of distances come from a tree over the values' ranks.
 */
final class Energy {
    private final double[] values;
    private final int[] ranks;
    private final double[] counts;
    private final double[] sums;
    private final int least;

    /** @param least how many values a part has at least */
    Energy(double[] values, int least) {
        this.values = values.clone();
        this.least = least;
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        ranks = new int[values.length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = 1 + Arrays.binarySearch(sorted, values[i]);
        }
        counts = new double[values.length + 1];
        sums = new double[values.length + 1];
    }

    /** Swaps two values of the series. */
    void swap(int i, int j) {
        double value = values[i];
        values[i] = values[j];
        values[j] = value;
        int rank = ranks[i];
        ranks[i] = ranks[j];
        ranks[j] = rank;
    }

    /** The best split of the values from one index up to before another; its index is -1 when they are too few. */
    Split best(int from, int to) {
        int n = to - from;
        Split best = new Split(-1, 0);
        if (n < 2 * least) {
            return best;
        }
        double[] within = withinPrefixes(from, to);
        double[] rest = withinSuffixes(from, to);
        double all = within[n];
        for (int left = least; left <= n - least; left++) {
            int right = n - left;
            double between = all - within[left] - rest[left];
            // Twice the mean distance between the parts, less the mean distance within each.
            double distance = 2 * between / ((double) left * right)
                    - 2 * within[left] / ((double) left * left)
                    - 2 * rest[left] / ((double) right * right);
            double statistic = (double) left * right / n * distance;
            if (statistic > best.statistic()) {
                best = new Split(from + left, statistic);
            }
        }
        return best;
    }

    /** At each length: the sum of the distances of all pairs among that many first values. */
    private double[] withinPrefixes(int from, int to) {
        clear();
        double[] within = new double[to - from + 1];
        for (int i = from; i < to; i++) {
            within[i - from + 1] = within[i - from] + distances(i);
            add(i);
        }
        return within;
    }

    /** At each length: the same among the values after that many first ones. */
    private double[] withinSuffixes(int from, int to) {
        clear();
        double[] within = new double[to - from + 1];
        for (int i = to - 1; i >= from; i--) {
            within[i - from] = within[i - from + 1] + distances(i);
            add(i);
        }
        return within;
    }

    private double count;
    private double sum;

    private void clear() {
        Arrays.fill(counts, 0);
        Arrays.fill(sums, 0);
        count = 0;
        sum = 0;
    }

    private void add(int i) {
        for (int at = ranks[i]; at < counts.length; at += at & -at) {
            counts[at]++;
            sums[at] += values[i];
        }
        count++;
        sum += values[i];
    }

    /** From that value to all that were added. */
    private double distances(int i) {
        double below = 0;
        double sumBelow = 0;
        for (int at = ranks[i]; at > 0; at -= at & -at) {
            below += counts[at];
            sumBelow += sums[at];
        }
        return values[i] * (2 * below - count) + sum - 2 * sumBelow;
    }

    /** A split before that index. */
    record Split(int index, double statistic) {}
}
