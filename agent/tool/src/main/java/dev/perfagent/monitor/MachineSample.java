package dev.perfagent.monitor;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The machine at one time.
 *
 * @param timeMillis since the epoch
 * @param figures those that are known
 * @param top the programs that used most, at a peak; else empty
 */
public record MachineSample(long timeMillis, Map<MachineFigure, Double> figures, String top) {
    public MachineSample {
        EnumMap<MachineFigure, Double> copy = new EnumMap<>(MachineFigure.class);
        copy.putAll(figures);
        figures = copy;
    }

    /** Null when it is not known. */
    public @Nullable Double of(MachineFigure figure) {
        return figures.get(figure);
    }

    /** The same with the programs that used most. */
    public MachineSample withTop(String programs) {
        return new MachineSample(timeMillis, figures, programs);
    }
}
