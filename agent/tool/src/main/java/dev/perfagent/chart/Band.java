package dev.perfagent.chart;

import dev.perfagent.statistics.Sample;
import dev.perfagent.tally.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long runs took in equal pieces of time, of all runs of a series. A piece without runs is there, and empty. */
public final class Band {
    private static final int MOST_PIECES = 100;

    /** How many runs a piece of a band has on average; a band of fewer would mean little. */
    private static final int RUNS_A_PIECE = 8;

    private static final double LOW = 0.1;
    private static final double HIGH = 0.9;

    private Band() {}

    /**
     * One piece of time.
     *
     * @param middle ms since 1970
     * @param low one run of ten was faster; null without runs, and so on
     * @param high one run of ten was slower
     */
    public record Piece(
            long middle,
            int runs,
            @Nullable Double low,
            @Nullable Double median,
            @Nullable Double high) {}

    /** The oldest first. */
    public static List<Piece> of(TimeSeries series) {
        int size = series.size();
        if (size == 0) {
            return List.of();
        }
        long first = series.start(0);
        long length = series.start(size - 1) - first + 1;
        int count = (int) Math.min(length, Math.max(1, Math.min(MOST_PIECES, size / RUNS_A_PIECE)));
        double[] values = series.values();
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int piece = 0; piece < count; piece++) {
            long end = first + length * (piece + 1) / count;
            int to = from;
            while (to < size && series.start(to) < end) {
                to++;
            }
            long middle = first + length * (2L * piece + 1) / (2L * count);
            pieces.add(piece(middle, Arrays.copyOfRange(values, from, to)));
            from = to;
        }
        return pieces;
    }

    private static Piece piece(long middle, double... values) {
        Sample sample = Sample.of(values);
        return sample.isEmpty()
                ? new Piece(middle, 0, null, null, null)
                : new Piece(middle, values.length, sample.quantile(LOW), sample.median(), sample.quantile(HIGH));
    }
}
