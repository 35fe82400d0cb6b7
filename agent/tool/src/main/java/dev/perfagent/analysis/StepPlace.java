package dev.perfagent.analysis;

import dev.perfagent.statistics.Sample;
import dev.perfagent.tally.TimeSeries;
import java.util.Arrays;

/** Where between two changes a change is, to the run, and whether it came with a version. */
final class StepPlace {
    /**
     * A change of version that near, as a part of the runs, may be when the times changed: noise moves what is found that far.
     */
    private static final double NEAR = 0.02;

    private static final int NEAR_RUNS = 5;

    /** Runs that make another place more than 20 times likelier speak against a release: the logarithm of that. */
    private static final double AGAINST = 3;

    /** So many runs of a version on the other side say whether it is the version. */
    private static final int WITNESSES = 3;

    private final TimeSeries series;
    private final double[] level;
    private final int from;
    private final int to;

    /**
     * @param level times without drift and what comes back
     * @param from the first run after the change before
     * @param to the first run after the next change
     */
    StepPlace(TimeSeries series, double[] level, int from, int to) {
        this.series = series;
        this.level = level;
        this.from = from;
        this.to = to;
    }

    /** Within the blocks around it, the run that parts the values best by their distances from the two medians. */
    int exact(int about, int reach) {
        double before = median(from, about);
        double after = median(about, to);
        int begin = Math.max(from + 1, about - reach);
        int end = Math.min(to - 1, about + reach);
        double sum = 0;
        double least = 0;
        int best = begin;
        for (int i = begin; i < end; i++) {
            sum += Math.abs(level[i] - before) - Math.abs(level[i] - after);
            if (sum < least) {
                least = sum;
                best = i + 1;
            }
        }
        return best;
    }

    /**
     * The nearest run near that one from which on the version is another and that no run speaks against; else that one itself.
     */
    int near(int index) {
        int reach = Math.max(NEAR_RUNS, (int) (NEAR * series.size()));
        for (int distance = 0; distance <= reach; distance++) {
            for (int at : new int[] {index - distance, index + distance}) {
                if (at > from && at < to && isOther(at) && against(at, index) < AGAINST && isAt(at)) {
                    return at;
                }
            }
        }
        return index;
    }

    /**
     * Whether the version is another from there on, and its runs on the wrong side, if there are, are as its own on the right
     * one.
     */
    boolean isAt(int at) {
        if (!isOther(at)) {
            return false;
        }
        double before = median(from, at);
        double after = median(at, to);
        return isNearer(series.version(at - 1), at, to, before, after)
                && isNearer(series.version(at), from, at, after, before);
    }

    private boolean isOther(int at) {
        return series.version(at) != series.version(at - 1);
    }

    /** Whether the runs of a version in that part are nearer to the one than to the other; true when there are too few. */
    private boolean isNearer(int version, int begin, int end, double one, double other) {
        double[] own = new double[end - begin];
        int count = 0;
        for (int i = begin; i < end; i++) {
            if (series.version(i) == version) {
                own[count++] = level[i];
            }
        }
        if (count < WITNESSES) {
            return true;
        }
        double median = Sample.of(Arrays.copyOf(own, count)).median();
        return Math.abs(median - one) < Math.abs(median - other);
    }

    /** How much likelier the runs between them make the place found than the release, as a logarithm (Laplace's distribution). */
    private double against(int release, int found) {
        double before = median(from, found);
        double after = median(found, to);
        double distance = 0;
        for (int i = from; i < to; i++) {
            distance += Math.abs(level[i] - (i < found ? before : after));
        }
        double scale = Math.max(1e-9, distance / (to - from));
        double sum = 0;
        for (int i = Math.min(release, found); i < Math.max(release, found); i++) {
            double toOwn = Math.abs(level[i] - (i < found ? before : after));
            double toOther = Math.abs(level[i] - (i < found ? after : before));
            sum += toOther - toOwn;
        }
        return sum / scale;
    }

    private double median(int begin, int end) {
        return Sample.of(Arrays.copyOfRange(level, begin, end)).median();
    }
}
