package dev.perfagent.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Corrects p-values for how many of them there are: Holm, "A simple sequentially rejective multiple test procedure" (1979). */
public final class Holm {
    private Holm() {}

    /** Each p-value as it counts among all of them, in the order given. */
    public static double[] adjusted(double... pValues) {
        int[] ascending = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[pValues.length];
        double greatest = 0;
        for (int rank = 0; rank < ascending.length; rank++) {
            greatest = Math.max(greatest, Math.min(1, pValues[ascending[rank]] * (pValues.length - rank)));
            adjusted[ascending[rank]] = greatest;
        }
        return adjusted;
    }
}
