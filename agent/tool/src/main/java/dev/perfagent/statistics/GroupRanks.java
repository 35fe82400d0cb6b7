package dev.perfagent.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The ranks of values in groups, found once: to rank all values again for each group takes most of the time of a long history.
 */
final class GroupRanks {
    /** With fewer values in both groups the exact p-value is not the approximate one, as in Commons Statistics. */
    private static final int LEAST_APPROXIMATE = 50;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final Sample all;

    /** The sum of t³ - t over values that occur t times. */
    private final double tied;

    /** @param all the values of all groups */
    GroupRanks(Sample all) {
        this.all = all;
        double ties = 0;
        for (int count : Ties.sizes(all)) {
            ties += (double) count * count * count - count;
        }
        this.tied = ties;
    }

    Sample all() {
        return all;
    }

    /** The part of the ranks' variance that ties leave. */
    double untied() {
        double n = all.size();
        return 1 - tied / (n * n * n - n);
    }

    /** The sum of a group's ranks; equal values share the mean of theirs. */
    double sum(Sample group) {
        double[] values = all.inOrder();
        double sum = 0;
        int from = 0;
        int to = 0;
        for (double value : group.inOrder()) {
            if (to == 0 || values[from] != value) {
                from = to;
                while (values[from] != value) {
                    from++;
                }
                to = from + 1;
                while (to < values.length && values[to] == value) {
                    to++;
                }
            }
            sum += (from + 1 + to) / 2.0;
        }
        return sum;
    }

    /** That of {@link MannWhitney} for a group against all the others. */
    double pValue(Sample group, Sample others) {
        if (Math.max(group.size(), others.size()) < LEAST_APPROXIMATE) {
            return MannWhitney.pValue(group, others);
        }
        double n = all.size();
        double pairs = (double) group.size() * others.size();
        double variance = pairs / 12 * (n + 1 - tied / n / (n - 1));
        if (!(variance > 0)) {
            return 1;
        }
        double u = sum(group) - group.size() * (group.size() + 1.0) / 2;
        double z = (Math.abs(u - pairs / 2) - 0.5) / Math.sqrt(variance);
        return Math.min(1, 2 * NORMAL.survivalProbability(z));
    }

    /** Of values in groups. */
    static GroupRanks of(Iterable<Sample> groups) {
        double[] joined = {};
        for (Sample group : groups) {
            int size = joined.length;
            joined = Arrays.copyOf(joined, size + group.size());
            System.arraycopy(group.inOrder(), 0, joined, size, group.size());
        }
        return new GroupRanks(Sample.of(joined));
    }
}
