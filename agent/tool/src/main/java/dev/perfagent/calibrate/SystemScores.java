package dev.perfagent.calibrate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The scores of a machine that runs have in their records.
 *
 * @param scores of the kinds of work that have one
 */
public record SystemScores(Map<SystemMeasure, Double> scores) {
    public SystemScores {
        scores = Map.copyOf(scores);
    }

    /** As runs record it; what is not a score is left out. */
    public static SystemScores parse(String text) {
        Map<SystemMeasure, Double> scores = new EnumMap<>(SystemMeasure.class);
        for (String pair : text.split(" ", -1)) {
            int equals = pair.indexOf('=');
            SystemMeasure measure = equals < 0 ? null : SystemMeasure.ofKey(pair.substring(0, equals));
            if (measure != null && pair.substring(equals + 1).matches("\\d{1,12}(\\.\\d{1,6})?")) {
                scores.put(measure, Double.valueOf(pair.substring(equals + 1)));
            }
        }
        return new SystemScores(scores);
    }

    static SystemScores of(List<MeasureResult> measures) {
        Map<SystemMeasure, Double> scores = new EnumMap<>(SystemMeasure.class);
        for (MeasureResult measure : measures) {
            Double score = measure.score();
            if (score != null) {
                scores.put(measure.measure(), score);
            }
        }
        return new SystemScores(scores);
    }

    /** As {@link #parse} reads it. */
    public String text() {
        List<String> pairs = new ArrayList<>();
        for (SystemMeasure measure : SystemMeasure.values()) {
            Double score = scores.get(measure);
            if (score != null) {
                pairs.add(measure.key() + "=" + String.format(Locale.ROOT, "%.2f", score));
            }
        }
        return String.join(" ", pairs);
    }

    /** The kinds of work that both machines have a score of. */
    public List<Slowdown> since(SystemScores baseline) {
        List<Slowdown> both = new ArrayList<>();
        for (SystemMeasure measure : SystemMeasure.values()) {
            @Nullable Double now = scores.get(measure);
            @Nullable Double then = baseline.scores.get(measure);
            if (now != null && then != null) {
                both.add(new Slowdown(measure, now, then));
            }
        }
        return both;
    }
}
