package dev.perfagent.analysis;

import dev.perfagent.statistics.ChangePoint;
import dev.perfagent.statistics.ChangePoints;
import dev.perfagent.statistics.Drift;
import dev.perfagent.statistics.Sample;
import dev.perfagent.tally.TimeSeries;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What best describes a command's times on one machine, on logarithms: levels with steps between them, a drift all along, and
 * what comes back with the weekday and the hour. With and without each of them is tried, and the cheapest description is taken,
 * by Schwarz's criterion (1978) with absolute distances.
 */
final class TimeModel {
    /** Takes about a tenth of a second each time; a longer series is looked at in blocks. */
    static final int MOST_VALUES = 300;

    private static final double ALPHA = 0.01;

    /** The product of two such numbers is still one: the largest has a logarithm of 709. */
    private static final double MOST_LOG = 300;

    /** Far beyond any time, and its square is still a number. */
    private static final double MOST_MS = 1e150;

    /** Less of a change is real, perhaps, and not worth reporting; on logarithms. */
    private static final double NOTABLE = Math.log(1.05);

    /** Of recorded times in ms: what took less has no useful logarithm. */
    private static final double LEAST_MS = 0.001;

    /** Each time round, drift and steps are looked for with the others taken out. */
    private static final int ROUNDS = 3;

    /** A step is a level and a place, which is chosen from all: it counts as three figures (Zhang and Siegmund 2007). */
    private static final int OF_A_STEP = 3;

    /** Of values that are all the same. */
    private static final double LEAST_DISTANCE = 1e-9;

    private static final double DAY_MS = Duration.ofDays(1).toMillis();

    private final Season season;
    private final List<ChangePoint> points;
    private final Drift drift;
    private final SeriesBlocks blocks;
    private final double cost;

    private TimeModel(Season season, List<ChangePoint> points, Drift drift, SeriesBlocks blocks, double cost) {
        this.season = season;
        this.points = points;
        this.drift = drift;
        this.blocks = blocks;
        this.cost = cost;
    }

    /** Of a sorted series; null without runs. */
    static @Nullable TimeModel of(TimeSeries series, ZoneId zone) {
        if (series.size() == 0) {
            return null;
        }
        double[] logs = logs(series);
        Season none = Season.none(series, zone);
        TimeModel best = fitted(series, logs, none);
        Season weeks = none.ofWeeks(logs);
        for (int round = 0; round < ROUNDS && !weeks.kinds().isEmpty(); round++) {
            TimeModel course = fitted(series, logs, weeks);
            if (course.cost >= best.cost) {
                break;
            }
            best = course;
            weeks = none.of(course.differences(series, logs));
        }
        Season season = best.season.kinds().isEmpty() ? none.of(best.differences(series, logs)) : none;
        if (!season.kinds().isEmpty()) {
            TimeModel course = fitted(series, logs, season);
            best = course.cost < best.cost ? course : best;
        }
        return best;
    }

    List<ChangePoint> points() {
        return points;
    }

    SeriesBlocks blocks() {
        return blocks;
    }

    Set<Factor.Kind> patterns() {
        return season.kinds();
    }

    /** Null when times do not drift. */
    @Nullable
    Drift drift() {
        return drift.perUnit() == 0 ? null : drift;
    }

    /** What a run's time has to be multiplied by to be as at another time, without what comes back. */
    double factor(TimeSeries series, int index, long at) {
        return finite(-season.at(index) - drift.perUnit() * (series.start(index) - at) / DAY_MS);
    }

    /** A line through times of 1e300 ms, which only a damaged record has, leads beyond what a number holds. */
    private static double finite(double log) {
        return Math.exp(Math.max(-MOST_LOG, Math.min(MOST_LOG, log)));
    }

    /** A time that can be reckoned with: what a damaged record leads to may be infinite, or no number. */
    static double bounded(double ms) {
        return Double.isNaN(ms) ? 0 : Math.min(MOST_MS, ms);
    }

    static double[] logs(TimeSeries series) {
        return Arrays.stream(series.values())
                .map(value -> Math.log(Math.max(LEAST_MS, value)))
                .toArray();
    }

    private static TimeModel fitted(TimeSeries series, double[] logs, Season season) {
        double[] values = new double[logs.length];
        Arrays.setAll(values, i -> logs[i] - season.at(i));
        SeriesBlocks blocks = SeriesBlocks.of(values, MOST_VALUES);
        double[] days = SeriesBlocks.of(days(series), MOST_VALUES).medians();
        double[] medians = blocks.medians();
        Drift whole = Drift.of(days, medians, List.of());
        TimeModel best = with(Drift.NONE, days, medians, blocks, season);
        if (best.points.isEmpty() && whole.pValue() >= ALPHA) {
            return best;
        }
        List<Integer> steps = borders(best.points);
        List<Drift> starts = new ArrayList<>(List.of(whole, Drift.of(days, medians, steps)));
        steps.forEach(step -> starts.add(Drift.of(days, medians, List.of(step))));
        starts.replaceAll(drift -> notable(drift, days));
        Set<Double> tried = new HashSet<>(Set.of(0.0));
        for (Drift start : starts) {
            Drift drift = start;
            for (int round = 0; round < ROUNDS && tried.add(rounded(drift)); round++) {
                TimeModel course = with(drift, days, medians, blocks, season);
                best = course.cost < best.cost ? course : best;
                drift = notable(Drift.of(days, medians, borders(course.points)), days);
            }
        }
        return best;
    }

    /** Drifts that are nearer to each other than 0.05 % a day are one. */
    private static double rounded(Drift drift) {
        return Math.rint(drift.perUnit() * 2000) / 2000;
    }

    private static Drift notable(Drift drift, double[] days) {
        double change = Math.abs(drift.perUnit()) * (days[days.length - 1] - days[0]);
        return drift.pValue() < ALPHA && change >= NOTABLE ? drift : Drift.NONE;
    }

    /** With that drift, the steps that are found then, less those that the description is cheaper without. */
    private static TimeModel with(Drift drift, double[] days, double[] medians, SeriesBlocks blocks, Season season) {
        double[] level = new double[medians.length];
        Arrays.setAll(level, i -> finite(medians[i] - drift.perUnit() * (days[i] - days[0])));
        List<ChangePoint> points = ChangePoints.of(level);
        int others = (drift.perUnit() == 0 ? 0 : 1) + season.figures();
        double cost = cost(level, points, others);
        for (boolean cheaper = true; cheaper; ) {
            cheaper = false;
            for (ChangePoint point : points) {
                List<Integer> rest = new ArrayList<>(borders(points));
                rest.remove((Integer) point.index());
                List<ChangePoint> fewer = ChangePoints.at(rest, level);
                double without = cost(level, fewer, others);
                if (without < cost) {
                    points = fewer;
                    cost = without;
                    cheaper = true;
                    break;
                }
            }
        }
        return new TimeModel(season, points, drift, blocks, cost);
    }

    private static double cost(double[] level, List<ChangePoint> points, int others) {
        double sum = 0;
        int from = 0;
        for (int segment = 0; segment <= points.size(); segment++) {
            int to = segment == points.size()
                    ? level.length
                    : points.get(segment).index();
            double[] part = Arrays.copyOfRange(level, from, to);
            double middle = Math.log(Sample.of(part).median());
            sum += Arrays.stream(part)
                    .map(value -> Math.abs(Math.log(value) - middle))
                    .sum();
            from = to;
        }
        double n = level.length;
        return 2 * n * Math.log(Math.max(LEAST_DISTANCE, sum / n)) + (OF_A_STEP * points.size() + others) * Math.log(n);
    }

    /** Of each run to its level, the drift taken out: what comes back, and chance. */
    private double[] differences(TimeSeries series, double[] logs) {
        double[] left = new double[logs.length];
        long first = series.start(0);
        Arrays.setAll(left, i -> logs[i] - drift.perUnit() * (series.start(i) - first) / DAY_MS);
        int from = 0;
        for (int segment = 0; segment <= points.size(); segment++) {
            int to = segment == points.size()
                    ? left.length
                    : blocks.first(points.get(segment).index());
            double middle = Sample.of(Arrays.copyOfRange(left, from, to)).median();
            for (int i = from; i < to; i++) {
                left[i] -= middle;
            }
            from = to;
        }
        return left;
    }

    private static List<Integer> borders(List<ChangePoint> points) {
        return points.stream().map(ChangePoint::index).toList();
    }

    private static double[] days(TimeSeries series) {
        double[] days = new double[series.size()];
        long first = series.start(0);
        Arrays.setAll(days, i -> (series.start(i) - first) / DAY_MS);
        return days;
    }
}
