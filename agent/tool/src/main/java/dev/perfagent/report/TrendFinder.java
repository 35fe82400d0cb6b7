package dev.perfagent.report;

import dev.perfagent.analysis.NotableChange;
import dev.perfagent.analysis.SeriesBlocks;
import dev.perfagent.statistics.Holm;
import dev.perfagent.statistics.Sample;
import dev.perfagent.statistics.Trend;
import dev.perfagent.statistics.Trend.Direction;
import dev.perfagent.tally.CommandTally;
import dev.perfagent.tally.MachineTally;
import dev.perfagent.tally.TimeSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds which commands get slower or faster, looking at all of them together so that chance does not pick one. */
final class TrendFinder {
    /** As many as fit in a line beside the command's name. */
    static final int PARTS = 16;

    /** Each is compared with each other. */
    private static final int MOST_VALUES = 500;

    /** How likely a trend may be by chance alone and still be reported, over all commands. */
    private static final double ALPHA = 0.01;

    private final @Nullable Instant first;
    private final @Nullable Instant last;

    /**
     * @param first where the sparklines begin
     * @param last where they end
     */
    TrendFinder(@Nullable Instant first, @Nullable Instant last) {
        this.first = first;
        this.last = last;
    }

    /** In the order of the commands; null for one without timed runs. */
    List<@Nullable CommandTrend> of(List<CommandTally> commands) {
        List<TimeSeries> all = new ArrayList<>();
        List<Trend> trends = new ArrayList<>();
        for (CommandTally command : commands) {
            TimeSeries times = main(command).getValue().series().comparable();
            all.add(times);
            trends.add(Trend.of(SeriesBlocks.of(times, MOST_VALUES).medians()));
        }
        double[] known = trends.stream()
                .filter(trend -> trend.pValue() != null)
                .mapToDouble(TrendFinder::pValue)
                .toArray();
        double[] adjusted = Holm.adjusted(known);
        List<@Nullable CommandTrend> found = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < trends.size(); i++) {
            Trend trend = trends.get(i);
            Double p = trend.pValue() == null ? null : (Double) adjusted[next++];
            TimeSeries series = all.get(i);
            boolean chance = p != null && p >= ALPHA || !isNotable(trend, series);
            Direction direction =
                    chance && trend.direction() != Direction.STABLE ? Direction.NO_TREND_SHOWN : trend.direction();
            found.add(
                    series.size() == 0
                            ? null
                            : new CommandTrend(
                                    direction,
                                    main(commands.get(i)).getKey(),
                                    series.size(),
                                    trend.change(),
                                    p,
                                    series.isWithoutMachine(),
                                    medians(series)));
        }
        return found;
    }

    private static boolean isNotable(Trend trend, TimeSeries times) {
        Double change = trend.change();
        return trend.pValue() == null
                || change == null
                || Math.abs(change) >= NotableChange.least(times, Trend.NOTABLE);
    }

    private static Map.Entry<String, MachineTally> main(CommandTally command) {
        return command.machines().get(0);
    }

    private static double pValue(Trend trend) {
        Double p = trend.pValue();
        return p == null ? 1 : p;
    }

    private List<@Nullable Double> medians(TimeSeries series) {
        List<@Nullable Double> medians = new ArrayList<>();
        if (first == null || last == null) {
            return medians;
        }
        long begin = first.toEpochMilli();
        long span = last.toEpochMilli() - begin + 1;
        double[] values = series.values();
        int from = 0;
        for (int part = 1; part <= PARTS; part++) {
            long end = begin + (long) ((double) span * part / PARTS);
            int to = from;
            while (to < values.length && (series.start(to) < end || part == PARTS)) {
                to++;
            }
            medians.add(
                    from == to
                            ? null
                            : (Double) Sample.of(Arrays.copyOfRange(values, from, to))
                                    .median());
            from = to;
        }
        return medians;
    }
}
