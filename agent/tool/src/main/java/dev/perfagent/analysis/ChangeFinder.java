package dev.perfagent.analysis;

import dev.perfagent.statistics.ChangePoint;
import dev.perfagent.statistics.ChangePoints;
import dev.perfagent.statistics.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds when a command's times changed, machine by machine. */
final class ChangeFinder {
    /** Takes about a quarter of a second; a longer series is looked at in blocks first. */
    private static final int MOST_VALUES = 500;

    /** Less of a change is real, perhaps, and not worth telling. */
    private static final double NOTABLE = 0.05;

    /** As everywhere in perf-agent: a difference of less is a timer tick, a page fault. */
    private static final double FLOOR_MS = 5;

    /** A change of version that near, as a part of the runs, is when the times changed: noise moves what is found that far. */
    private static final double NEAR = 0.02;

    private static final int NEAR_RUNS = 5;

    private ChangeFinder() {}

    /** Of a sorted series, the oldest first. */
    static List<Change> of(String fingerprint, Series series, CommandTally command) {
        Blocks blocks = Blocks.of(series, MOST_VALUES);
        List<ChangePoint> points = ChangePoints.of(blocks.medians());
        int leftOver = series.size() - blocks.size() * blocks.medians().length;
        double[] values = series.values();
        int[] borders = new int[points.size() + 2];
        borders[borders.length - 1] = values.length;
        for (int i = 0; i < points.size(); i++) {
            int about = leftOver + points.get(i).index() * blocks.size();
            int exact = blocks.size() == 1
                    ? about
                    : exact(values, points.get(i), Math.max(borders[i], about - blocks.size()), about + blocks.size());
            borders[i + 1] = release(series, exact, borders[i]);
        }
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            int at = borders[i + 1];
            Sample before = Sample.of(Arrays.copyOfRange(values, borders[i], at));
            Sample after = Sample.of(Arrays.copyOfRange(values, at, borders[i + 2]));
            Change change = new Change(
                    fingerprint,
                    Instant.ofEpochMilli(series.start(at)),
                    command.version(series, at - 1),
                    command.version(series, at),
                    before.median(),
                    after.median(),
                    before.size(),
                    after.size(),
                    points.get(i).pValue());
            boolean notable = Math.abs(change.medianAfter() - change.medianBefore()) >= FLOOR_MS
                    && Math.abs(change.change()) >= NOTABLE;
            if (notable) {
                changes.add(change);
            }
        }
        return changes;
    }

    /** The nearest run near that one from which on the version is another; that one itself when there is none. */
    private static int release(Series series, int index, int after) {
        int reach = Math.max(NEAR_RUNS, (int) (NEAR * series.size()));
        for (int distance = 0; distance <= reach; distance++) {
            for (int at : new int[] {index - distance, index + distance}) {
                if (at > after && at < series.size() && series.version(at) != series.version(at - 1)) {
                    return at;
                }
            }
        }
        return index;
    }

    /** Within the blocks around it, the run that parts the values best by their distances from the two medians. */
    private static int exact(double[] values, ChangePoint point, int from, int to) {
        double before = point.before().median();
        double after = point.after().median();
        double sum = 0;
        double least = 0;
        int best = from + 1;
        int end = Math.min(to, values.length - 1);
        for (int i = Math.max(1, from); i < end; i++) {
            sum += Math.abs(values[i] - before) - Math.abs(values[i] - after);
            if (sum < least) {
                least = sum;
                best = i + 1;
            }
        }
        return best;
    }
}
