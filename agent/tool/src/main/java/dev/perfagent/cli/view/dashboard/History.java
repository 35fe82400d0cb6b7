package dev.perfagent.cli.view.dashboard;

import dev.perfagent.cli.output.Decimals;
import dev.perfagent.tally.CommandTally;
import dev.perfagent.tally.TimeSeries;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The times of a command on its most frequent machine, thinned out for drawing: of each piece of a long history the fastest, the
 * median and the slowest run stay, so that no extreme is lost.
 *
 * @param runs how many there are
 * @param at when the drawn ones began, in seconds since 1970
 * @param ms how long they took
 * @param version of each, as a place in {@code versions}
 */
record History(int runs, List<Long> at, List<BigDecimal> ms, List<Integer> version, List<String> versions) {
    /** More points than that no screen has columns for. */
    private static final int MOST_PIECES = 400;

    private static final int MS_PER_SECOND = 1000;

    static History of(CommandTally command) {
        TimeSeries series = command.machines().get(0).getValue().series();
        List<Long> at = new ArrayList<>();
        List<BigDecimal> ms = new ArrayList<>();
        List<Integer> version = new ArrayList<>();
        List<String> versions = new ArrayList<>();
        for (int place : kept(series)) {
            String name = command.version(series, place);
            if (!versions.contains(name)) {
                versions.add(name);
            }
            BigDecimal value = Decimals.of(series.value(place));
            at.add(series.start(place) / MS_PER_SECOND);
            ms.add(value == null ? BigDecimal.ZERO : value);
            version.add(versions.indexOf(name));
        }
        return new History(series.size(), at, ms, version, versions);
    }

    private static int[] kept(TimeSeries series) {
        int size = series.size();
        if (size <= 3 * MOST_PIECES) {
            return IntStream.range(0, size).toArray();
        }
        int[] kept = new int[3 * MOST_PIECES];
        int next = 0;
        for (int piece = 0; piece < MOST_PIECES; piece++) {
            int from = (int) ((long) size * piece / MOST_PIECES);
            int to = (int) ((long) size * (piece + 1) / MOST_PIECES);
            List<Integer> bySpeed = IntStream.range(from, to)
                    .boxed()
                    .sorted(Comparator.comparingDouble(series::value))
                    .toList();
            kept[next++] = bySpeed.get(0);
            kept[next++] = bySpeed.get(bySpeed.size() / 2);
            kept[next++] = bySpeed.get(bySpeed.size() - 1);
        }
        return Arrays.stream(kept).sorted().distinct().toArray();
    }
}
