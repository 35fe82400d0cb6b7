package dev.perfagent.calibrate;

import dev.perfagent.statistics.Sample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How fast a machine did one kind of work.
 *
 * @param rounds one figure each, in the unit of the measure and in the order of time
 * @param note how it was done, or why it could not be; empty for nothing special
 */
public record MeasureResult(SystemMeasure measure, List<Double> rounds, String note) {
    /** A machine that does the same work 5 % faster or slower from one round to the next has no one speed. */
    public static final double MOST_VARIATION = 0.05;

    /** Of fewer the variation is not known. */
    public static final int FEWEST_ROUNDS = 10;

    /** The distance of the quartiles of a normal distribution in standard deviations. */
    private static final double QUARTILE_DISTANCE = 1.349;

    public MeasureResult {
        rounds = List.copyOf(rounds);
    }

    /** Null without rounds. */
    public @Nullable Double median() {
        return rounds.isEmpty() ? null : (Double) Sample.of(rounds).median();
    }

    /**
     * The standard deviation in relation to the median, of which the quartiles are asked, so that up to a quarter of the rounds
     * may be disturbed (decision 146); null with fewer than {@value #FEWEST_ROUNDS} rounds.
     */
    public @Nullable Double variation() {
        if (rounds.size() < FEWEST_ROUNDS) {
            return null;
        }
        Sample sample = Sample.of(rounds);
        double between = sample.quantile(0.75) - sample.quantile(0.25);
        return between / QUARTILE_DISTANCE / sample.median();
    }

    /** The median; null when the machine was too unsteady, or too slow for enough rounds. */
    public @Nullable Double score() {
        Double variation = variation();
        return variation == null || variation > MOST_VARIATION ? null : median();
    }
}
