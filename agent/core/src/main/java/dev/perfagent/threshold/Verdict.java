package dev.perfagent.threshold;

import dev.perfagent.run.Measure;
import org.jspecify.annotations.Nullable;

/**
 * What came of judging one value by one rule. A value that the run does not know is not judged, so it has none.
 *
 * @param subject the command, the phase, the cache, the rate-limit resource, or {@link #MACHINE}
 * @param value the run's, in the measure's unit
 * @param limit what it is held against, in the measure's unit; null when there are too few runs to say
 * @param usual the baseline, the target or the median of the earlier runs; null when there is none
 * @param runs how many earlier runs the limit or the evidence rests on; 0 for a fixed limit
 * @param row how many runs in a row, this one included, break the limit; 1 where only this one is looked at, 0 when it does not
 * @param nearly how many more runs stand among these and missed it by little, which a few of a row may; 0 unless it is against
 *     the run
 * @param needed how many more runs it takes to say; 0 unless inconclusive
 * @param detail what the explanation needs beside the figures: the scenario, the other version; null when nothing
 * @param parts what made up the time: the machine's part, CPU time; a clause to end the explanation with, null when there is
 *     nothing to say
 */
public record Verdict(
        Measure measure,
        String subject,
        VerdictRule rule,
        double value,
        @Nullable Double limit,
        @Nullable Double usual,
        Result result,
        int runs,
        int row,
        int nearly,
        int needed,
        @Nullable String detail,
        @Nullable String parts) {
    /** The subject of a verdict on the machine. */
    public static final String MACHINE = "machine";

    /** The subject of a verdict on the HTTP cache in front of the GitHub API, which has no name of its own. */
    public static final String API_CACHE = "API";

    /** Over a limit is a warning; over it by more than half is critical: the upper band of change. */
    static final double CRITICAL_RATIO = 1.5;

    /** One of which no parts are known. */
    public Verdict(
            Measure measure,
            String subject,
            VerdictRule rule,
            double value,
            @Nullable Double limit,
            @Nullable Double usual,
            Result result,
            int runs,
            int row,
            int nearly,
            int needed,
            @Nullable String detail) {
        this(measure, subject, rule, value, limit, usual, result, runs, row, nearly, needed, detail, null);
    }

    /** A value against a limit that no earlier run has a say in. */
    static Verdict single(
            Measure measure,
            String subject,
            VerdictRule rule,
            double value,
            double limit,
            @Nullable Double usual,
            Result result) {
        return new Verdict(
                measure, subject, rule, value, limit, usual, result, 0, result == Result.OK ? 0 : 1, 0, 0, null);
    }

    /** A value against a fixed maximum, which needs no further evidence. */
    public static Verdict maximum(Measure measure, String subject, double value, double limit, @Nullable Double usual) {
        Result result = value <= limit ? Result.OK : value > limit * CRITICAL_RATIO ? Result.CRITICAL : Result.WARNING;
        return single(measure, subject, VerdictRule.MAXIMUM, value, limit, usual, result);
    }

    /** The same value against the same limit, with what more is known of it. */
    public Verdict as(Result known, int inARow, int more) {
        return new Verdict(
                measure, subject, rule, value, limit, usual, known, runs, inARow, nearly, more, detail, parts);
    }

    /** The same with what made up the time. */
    Verdict with(@Nullable String newParts) {
        return newParts == null
                ? this
                : new Verdict(
                        measure, subject, rule, value, limit, usual, result, runs, row, nearly, needed, detail,
                        newParts);
    }

    /**
     * Whether it is an alert by itself: its evidence is a row of runs already, or it is the user's own word on how long a
     * command may take, which waits for no second run. Others wait until {@code consecutive_violations} runs in a row broke the
     * limit.
     */
    public boolean isAtOnce() {
        return rule.looksBack() || (measure == Measure.TIME && rule == VerdictRule.MAXIMUM);
    }

    /** Whether it is against the run. */
    public boolean isBroken() {
        return result.isAgainst();
    }

    /** Whether the value is on the wrong side of the limit, be that conclusive or not. */
    public boolean isBeyond() {
        return limit != null && (measure.lessIsWorse() ? value < limit : value > limit);
    }

    /** The value with its unit, so that one sees on which side of the limit it is. */
    String valueText() {
        return limit == null
                ? QuantityText.text(value, measure.unit())
                : QuantityText.beside(value, limit, measure.unit());
    }

    /** The limit with its unit; null when there is none. */
    @Nullable
    String limitText() {
        return limit == null ? null : QuantityText.limit(limit, value, measure.unit());
    }

    /** One line: the value, its limit, the evidence with the number of runs, and what is missing to say more. */
    public String explanation() {
        return Explanation.of(this);
    }
}
