package dev.perfagent.analysis;

import dev.perfagent.analysis.Factor.Kind;
import dev.perfagent.statistics.GroupEffect;
import dev.perfagent.statistics.Sample;
import dev.perfagent.tally.TimeSeries;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How times go up and down with the day of the week and the hour of the day, on logarithms: what comes back each week is no
 * change. Estimated as medians, so that odd runs, and a week with a change in it, weigh little.
 */
final class Season {
    private static final int DAYS = 7;
    private static final int HOURS = 24;

    /** A weekday that was seen once cannot be told from a change. */
    private static final int LEAST_WEEKS = 2;

    /** Days before the hour of the day can be told from a change. */
    private static final int LEAST_DAYS = 4;

    private static final double ALPHA = 0.01;

    /** A difference between two days or hours that is worth taking out, on logarithms: 5 %. */
    private static final double NOTABLE = Math.log(1.05);

    /** Of each run: which weekday, which hour, and which day since the first. */
    private final byte[] weekdays;

    private final byte[] hours;
    private final int[] days;
    private final double[] ofWeekday = new double[DAYS];
    private final double[] ofHour = new double[HOURS];
    private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);

    private Season(byte[] weekdays, byte[] hours, int[] days) {
        this.weekdays = weekdays;
        this.hours = hours;
        this.days = days;
    }

    /** Nothing that comes back, yet; of a sorted series with at least one run. */
    static Season none(TimeSeries series, ZoneId zone) {
        int size = series.size();
        Season season = new Season(new byte[size], new byte[size], new int[size]);
        long first = 0;
        for (int i = 0; i < size; i++) {
            ZonedDateTime time = Instant.ofEpochMilli(series.start(i)).atZone(zone);
            long day = time.toLocalDate().toEpochDay();
            first = i == 0 ? day : first;
            season.weekdays[i] = (byte) (time.getDayOfWeek().getValue() - 1);
            season.hours[i] = (byte) time.getHour();
            season.days[i] = (int) (day - first);
        }
        return season;
    }

    /** What comes back in values that are known to have no other level than that of the week around them. */
    Season ofWeeks(double[] logs) {
        return of(minus(logs, weekLevels(logs)));
    }

    /** What comes back in differences to what is otherwise known: levels, a drift. */
    Season of(double[] differences) {
        Season season = new Season(weekdays, hours, days);
        double[] left = differences.clone();
        if (datesOfEachWeekday() >= LEAST_WEEKS) {
            season.add(Kind.WEEKDAY, left, weekdays, season.ofWeekday);
        }
        if (days[days.length - 1] >= LEAST_DAYS) {
            season.add(Kind.HOUR, left, hours, season.ofHour);
        }
        return season;
    }

    /** WEEKDAY, HOUR, both or none of them. */
    Set<Kind> kinds() {
        return kinds;
    }

    /** How many figures it consists of. */
    int figures() {
        return (kinds.contains(Kind.WEEKDAY) ? DAYS - 1 : 0)
                + (kinds.contains(Kind.HOUR)
                        ? (int) Arrays.stream(ofHour)
                                .filter(effect -> effect != 0)
                                .count()
                        : 0);
    }

    /** Of the run of that rank, on a logarithm. */
    double at(int index) {
        return ofWeekday[weekdays[index]] + ofHour[hours[index]];
    }

    private void add(Kind kind, double[] left, byte[] groupOf, double[] effects) {
        GroupEffect effect = GroupEffect.ofSamples(groups(left, groupOf, effects.length));
        if (effect == null || effect.pValue() >= ALPHA) {
            return;
        }
        double middle = Sample.of(left).median();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (GroupEffect.Level level : effect.levels()) {
            // Of 24 hours most are like the others; of seven days each has its own.
            boolean sure = kind == Kind.WEEKDAY || level.pValue() < ALPHA;
            double median = sure ? level.values().median() - middle : 0;
            effects[Integer.parseInt(level.name())] = median;
            low = Math.min(low, median);
            high = Math.max(high, median);
        }
        if (high - low < NOTABLE) {
            Arrays.fill(effects, 0);
            return;
        }
        kinds.add(kind);
        for (int i = 0; i < left.length; i++) {
            left[i] -= effects[groupOf[i]];
        }
    }

    private static Map<String, Sample> groups(double[] values, byte[] groupOf, int most) {
        int[] sizes = new int[most];
        for (byte group : groupOf) {
            sizes[group]++;
        }
        double[][] groups = new double[most][];
        for (int i = values.length - 1; i >= 0; i--) {
            int group = groupOf[i];
            groups[group] = groups[group] == null ? new double[sizes[group]] : groups[group];
            groups[group][--sizes[group]] = values[i];
        }
        Map<String, Sample> samples = new TreeMap<>();
        for (int group = 0; group < most; group++) {
            if (groups[group] != null) {
                samples.put(Integer.toString(group), Sample.of(groups[group]));
            }
        }
        return samples;
    }

    /** On how many dates the rarest of the weekdays was seen, of those that were. */
    private int datesOfEachWeekday() {
        int[] dates = new int[DAYS];
        int last = -1;
        for (int i = 0; i < days.length; i++) {
            if (days[i] != last) {
                last = days[i];
                dates[weekdays[i]]++;
            }
        }
        return Arrays.stream(dates).filter(seen -> seen > 0).min().orElse(0);
    }

    /** Of each run, the median of the days around it, a week of them: that has each weekday once. */
    private double[] weekLevels(double[] logs) {
        int count = days[days.length - 1] + 1;
        double[] medians = new double[count];
        Arrays.fill(medians, Double.NaN);
        int from = 0;
        for (int i = 1; i <= logs.length; i++) {
            if (i == logs.length || days[i] != days[from]) {
                medians[days[from]] =
                        Sample.of(Arrays.copyOfRange(logs, from, i)).median();
                from = i;
            }
        }
        double[] levels = new double[logs.length];
        int of = -1;
        for (int i = 0; i < logs.length; i++) {
            if (of != days[i]) {
                of = days[i];
                int begin = Math.max(0, Math.min(of - DAYS / 2, count - DAYS));
                levels[i] = Sample.of(Arrays.stream(medians, begin, Math.min(count, begin + DAYS))
                                .filter(Double::isFinite)
                                .toArray())
                        .median();
            } else {
                levels[i] = levels[i - 1];
            }
        }
        return levels;
    }

    private static double[] minus(double[] values, double[] others) {
        double[] differences = new double[values.length];
        Arrays.setAll(differences, i -> values[i] - others[i]);
        return differences;
    }
}
