package dev.perfagent.threshold;

import dev.perfagent.run.Measure;
import org.jspecify.annotations.Nullable;

/**
 * What came of judging one value by one rule. A value that the run does not know is not judged, so it has none.
 *
 * @param subject the command, the phase, the cache, the rate-limit resource, or {@code machine}
 * @param value the run's, in the measure's unit
 * @param limit what it is held against, in the measure's unit; null when there are too few runs to say
 * @param usual the baseline, the target or the median of the recent runs; null when there is none
 * @param runs how many earlier runs the limit or the evidence rests on; 0 for a fixed limit
 * @param needed how many more runs it takes to say; 0 unless inconclusive
 * @param detail what the explanation needs beside the figures: the scenario, the other version; null when nothing
 */
public record Verdict(
        Measure measure,
        String subject,
        Rule rule,
        double value,
        @Nullable Double limit,
        @Nullable Double usual,
        Result result,
        int runs,
        int needed,
        @Nullable String detail) {
    /** Best first, but for the last. */
    public enum Result {
        IMPROVED("improved"),
        OK("ok"),
        WARNING("warning"),
        CRITICAL("critical"),
        INCONCLUSIVE("inconclusive");

        private final String text;

        Result(String text) {
            this.text = text;
        }

        /** The name in JSON and in text. */
        public String text() {
            return text;
        }
    }

    /** Whether it is against the run. */
    public boolean isBroken() {
        return result == Result.WARNING || result == Result.CRITICAL;
    }

    /** One line: the value, its limit, the evidence with the number of runs, and what is missing to say more. */
    public String explanation() {
        return Explanation.of(this);
    }
}
