package dev.perfagent.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Least, median and quartiles, by nearest rank on the raw values; nothing is trimmed.
 *
 * @param least what others on the machine disturb least: they only ever add
 * @param low the lower quartile
 * @param high the upper quartile
 */
public record Spread(double least, double low, double median, double high) {
    /** Null when a value is missing, or all are. */
    static @Nullable Spread of(List<Sample> samples, Function<Sample, @Nullable Double> reading) {
        List<Double> values = new ArrayList<>();
        for (Sample sample : samples) {
            Double value = reading.apply(sample);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return values.isEmpty() ? null : of(values);
    }

    /** Of each round's comparison. Null when a value is missing, or all are. */
    static @Nullable Spread paired(
            List<Sample> samples,
            List<Sample> others,
            Function<Sample, @Nullable Double> reading,
            ToDoubleBiFunction<Double, Double> comparison) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Double value = reading.apply(samples.get(i));
            Double other = reading.apply(others.get(i));
            if (value == null || other == null) {
                return null;
            }
            values.add(comparison.applyAsDouble(value, other));
        }
        return values.isEmpty() ? null : of(values);
    }

    /** Of at least one value. */
    public static Spread of(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return new Spread(sorted.get(0), rank(sorted, 0.25), rank(sorted, 0.5), rank(sorted, 0.75));
    }

    private static double rank(List<Double> sorted, double part) {
        int rank = (int) Math.ceil(part * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }
}
