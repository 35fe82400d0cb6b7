package dev.perfagent.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verdict against a run, with what it rests on.
 *
 * @param measure what was judged
 * @param subject what broke its limit: the command, the phase, the cache, the rate-limit resource, or {@code machine}
 * @param current the measured value, in {@link #unit}
 * @param threshold the limit that was broken, in {@link #unit}
 * @param baseline the usual value, in {@link #unit}; null when none is known
 * @param evidence one line: the limit's kind, how far it was missed, and over how many runs; null when not known
 * @param tips sentences on what to do, the one that saves most first; at most {@value #MOST_TIPS}
 */
public record Alert(
        Measure measure,
        Severity severity,
        String subject,
        double current,
        double threshold,
        @Nullable Double baseline,
        @Nullable String evidence,
        List<String> tips) {
    /** More advice than this is read by nobody. */
    public static final int MOST_TIPS = 3;

    public Alert {
        tips = List.copyOf(tips);
    }

    /** What it is about. */
    public AlertType type() {
        return measure.type();
    }

    /** As {@link Measure#unit()}. */
    public String unit() {
        return measure.unit();
    }

    /** The tip that saves most; null when there is none worth giving. */
    public @Nullable String tip() {
        return tips.isEmpty() ? null : tips.get(0);
    }
}
