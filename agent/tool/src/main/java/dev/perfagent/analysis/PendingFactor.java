package dev.perfagent.analysis;

import dev.perfagent.analysis.Factor.Kind;
import dev.perfagent.analysis.Factor.Level;
import dev.perfagent.statistics.Correlation;
import dev.perfagent.statistics.GroupEffect;
import dev.perfagent.statistics.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether something goes with the time of a command's runs: asked, not answered until all that was asked is known. */
final class PendingFactor {
    /** Weaker ones are real, perhaps, and explain hardly anything: 4 % of the order of times. */
    private static final double LEAST_RHO = 0.2;

    private static final double ALPHA = 0.01;

    private final Kind kind;
    private final String name;
    private final @Nullable Correlation correlation;
    private final @Nullable GroupEffect effect;
    private final List<Level> halves;

    private PendingFactor(
            Kind kind,
            String name,
            @Nullable Correlation correlation,
            @Nullable GroupEffect effect,
            List<Level> halves) {
        this.kind = kind;
        this.name = name;
        this.correlation = correlation;
        this.effect = effect;
        this.halves = halves;
    }

    /** About numbers; null when there are too few of them, or only one. */
    static @Nullable PendingFactor ofNumbers(Kind kind, String name, double[] numbers, double[] times) {
        Correlation correlation = Correlation.of(numbers, times);
        return correlation == null ? null : new PendingFactor(kind, name, correlation, null, halves(numbers, times));
    }

    /** About names; null when there are too few runs of each, or only one name. */
    static @Nullable PendingFactor ofNames(Kind kind, String name, Map<String, List<Double>> times) {
        GroupEffect effect = GroupEffect.of(new LinkedHashMap<>(times));
        return effect == null ? null : new PendingFactor(kind, name, null, effect, List.of());
    }

    double pValue() {
        return correlation != null ? correlation.pValue() : effect != null ? effect.pValue() : 1;
    }

    /**
     * The answer; null when it may be chance, or is too little to be sure.
     *
     * @param corrected the p-value as it counts among all questions
     * @param leastChange how far a name's median has to be from the others', as a part of it
     */
    @Nullable
    Factor answer(double corrected, double leastChange) {
        if (corrected >= ALPHA) {
            return null;
        }
        if (correlation != null) {
            return Math.abs(correlation.rho()) < LEAST_RHO
                    ? null
                    : new Factor(kind, name, correlation.rho(), null, corrected, correlation.size(), halves);
        }
        return effect == null ? null : answer(effect, corrected, leastChange);
    }

    private @Nullable Factor answer(GroupEffect of, double corrected, double leastChange) {
        List<Level> notable = new ArrayList<>();
        int runs = 0;
        for (GroupEffect.Level level : of.levels()) {
            runs += level.values().size();
            Double ratio = level.ratioToOthers();
            if (level.pValue() < ALPHA && ratio != null && Math.abs(ratio - 1) >= leastChange) {
                notable.add(new Level(
                        level.name(), level.values().size(), level.values().median(), ratio));
            }
        }
        return notable.isEmpty() ? null : new Factor(kind, name, null, of.explained(), corrected, runs, notable);
    }

    /** Runs up to the numbers' median, and above it; the slower first. */
    private static List<Level> halves(double[] numbers, double[] times) {
        double middle = Sample.of(numbers).quantile(0.5);
        List<Double> low = new ArrayList<>();
        List<Double> high = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            (numbers[i] <= middle ? low : high).add(times[i]);
        }
        if (high.isEmpty()) {
            return List.of();
        }
        Sample ofLow = Sample.of(low);
        Sample ofHigh = Sample.of(high);
        Level below = level("up to " + text(middle), ofLow, ofHigh);
        Level above = level("above " + text(middle), ofHigh, ofLow);
        return ofHigh.median() >= ofLow.median() ? List.of(above, below) : List.of(below, above);
    }

    private static Level level(String value, Sample own, Sample others) {
        Double ratio = others.median() > 0 ? (Double) (own.median() / others.median()) : null;
        return new Level(value, own.size(), own.median(), ratio);
    }

    private static String text(double number) {
        double rounded = Math.round(number * 1000) / 1000.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}
