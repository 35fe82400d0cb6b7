package dev.perfagent.monitor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the samples of some time say together.
 *
 * @param top the programs that used most at a peak, each once
 */
public record MachineSpan(List<MachineSample> samples, Set<String> top) {
    public MachineSpan {
        samples = List.copyOf(samples);
    }

    /** Of those samples. */
    public static MachineSpan of(List<MachineSample> samples) {
        Set<String> top = new LinkedHashSet<>();
        for (MachineSample sample : samples) {
            if (!sample.top().isEmpty()) {
                top.addAll(List.of(sample.top().split(" ", -1)));
            }
        }
        return new MachineSpan(samples, top);
    }

    public boolean isEmpty() {
        return samples.isEmpty();
    }

    /** The largest; null when it is not known. */
    public @Nullable Double max(MachineFigure figure) {
        return values(figure).stream().max(Double::compare).orElse(null);
    }

    /** The smallest; null when it is not known. */
    public @Nullable Double min(MachineFigure figure) {
        return values(figure).stream().min(Double::compare).orElse(null);
    }

    /** The arithmetic mean; null when it is not known. */
    public @Nullable Double mean(MachineFigure figure) {
        List<Double> values = values(figure);
        return values.isEmpty()
                ? null
                : (Double) values.stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(0);
    }

    /** All together; null when it is not known. */
    public @Nullable Double sum(MachineFigure figure) {
        List<Double> values = values(figure);
        return values.isEmpty()
                ? null
                : (Double) values.stream().mapToDouble(Double::doubleValue).sum();
    }

    private List<Double> values(MachineFigure figure) {
        List<Double> values = new ArrayList<>();
        for (MachineSample sample : samples) {
            Double value = sample.of(figure);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }
}
