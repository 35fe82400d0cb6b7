package dev.perfagent.cli.output;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of values as a row of little bars. */
public final class Sparkline {
    private static final String BARS = "▁▂▃▄▅▆▇█";

    /** Less of a difference than this part of the greatest value is not blown up to full height. */
    private static final double LEAST_RANGE = 0.25;

    private Sparkline() {}

    /** One column a value, the smallest lowest; a blank where there is none. */
    public static String of(List<@Nullable Double> values) {
        double max = values.stream()
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        double min = values.stream()
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(0);
        double range = Math.max(max - min, LEAST_RANGE * max);
        StringBuilder line = new StringBuilder();
        for (Double value : values) {
            line.append(value == null ? ' ' : BARS.charAt(level(value - min, range)));
        }
        return line.toString();
    }

    private static int level(double aboveLowest, double range) {
        return range <= 0 ? 0 : (int) Math.min(BARS.length() - 1, aboveLowest / range * BARS.length());
    }
}
