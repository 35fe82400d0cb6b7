package dev.perfagent.analysis;

import dev.perfagent.statistics.ChangePoint;
import dev.perfagent.statistics.Drift;
import dev.perfagent.statistics.Sample;
import dev.perfagent.tally.CommandTally;
import dev.perfagent.tally.TimeSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says when a command's times changed on one machine, of their {@link TimeModel}. */
final class ChangeFinder {
    /** Less of a change is real, perhaps, and not worth reporting. */
    private static final double NOTABLE = 0.05;

    /** As everywhere in perf-agent: a difference of less is a timer tick, a page fault. */
    private static final double FLOOR_MS = 5;

    private static final double DAY_MS = Duration.ofDays(1).toMillis();

    private final String fingerprint;
    private final TimeSeries series;
    private final TimeModel course;
    private final CommandTally command;

    /** @param course of the series */
    ChangeFinder(String fingerprint, TimeSeries series, TimeModel course, CommandTally command) {
        this.fingerprint = fingerprint;
        this.series = series;
        this.course = course;
        this.command = command;
    }

    String fingerprint() {
        return fingerprint;
    }

    /** Whether the times are those without the machine's part. */
    boolean isWithoutMachine() {
        return series.isWithoutMachine();
    }

    /** What comes back and was taken out. */
    Set<Factor.Kind> patterns() {
        return course.patterns();
    }

    /** The steps, the oldest first. */
    List<Change> changes() {
        List<ChangePoint> points = course.points();
        if (points.isEmpty()) {
            return List.of();
        }
        double[] level = levels(series.start(0));
        SeriesBlocks blocks = course.blocks();
        int[] borders = new int[points.size() + 2];
        borders[borders.length - 1] = level.length;
        boolean[] atRelease = new boolean[points.size()];
        for (int i = 0; i < points.size(); i++) {
            int about = blocks.first(points.get(i).index());
            int next = i + 1 < points.size() ? blocks.first(points.get(i + 1).index()) : level.length;
            StepPlace place = new StepPlace(series, level, borders[i], next);
            borders[i + 1] = place.near(blocks.size() == 1 ? about : place.exact(about, blocks.size()));
        }
        for (int i = 0; i < points.size(); i++) {
            atRelease[i] = new StepPlace(series, level, borders[i], borders[i + 2]).isAt(borders[i + 1]);
        }
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            int at = borders[i + 1];
            double[] there = levels(series.start(at));
            Change change = change(
                    Sample.of(Arrays.copyOfRange(there, borders[i], at)),
                    Sample.of(Arrays.copyOfRange(there, at, borders[i + 2])),
                    at,
                    atRelease[i],
                    points.get(i).pValue());
            Double part = change.change();
            boolean notable = Math.abs(change.medianAfter() - change.medianBefore()) >= FLOOR_MS
                    && (part == null || Math.abs(part) >= NotableChange.least(series, NOTABLE));
            if (notable) {
                changes.add(change);
            }
        }
        return changes;
    }

    private Change change(Sample before, Sample after, int at, boolean atRelease, double pValue) {
        return new Change(
                fingerprint,
                Instant.ofEpochMilli(series.start(at)),
                command.version(series, at - 1),
                command.version(series, at),
                before.median(),
                after.median(),
                before.size(),
                after.size(),
                atRelease,
                pValue);
    }

    /** Null when times do not drift. */
    @Nullable
    GradualChange drift() {
        Drift drift = course.drift();
        if (drift == null) {
            return null;
        }
        long from = series.start(0);
        long to = series.start(series.size() - 1);
        double change = Math.expm1(drift.perUnit() * (to - from) / DAY_MS);
        double middle = Sample.of(series.values()).median();
        boolean isSmall = Math.abs(change) * middle < FLOOR_MS || Math.abs(change) < NotableChange.least(series, 0);
        return isSmall
                ? null
                : new GradualChange(
                        fingerprint,
                        Instant.ofEpochMilli(from),
                        Instant.ofEpochMilli(to),
                        change,
                        series.size(),
                        drift.pValue());
    }

    /** The times as they would be then, without what comes back. */
    private double[] levels(long at) {
        double[] values = series.values();
        Arrays.setAll(values, i -> TimeModel.bounded(values[i] * course.factor(series, i, at)));
        return values;
    }
}
