package dev.perfagent.analysis;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command that takes longer, or less, little by little. No day and no version is its beginning.
 *
 * @param fingerprint on that kind of machine
 * @param from when the first run looked at began
 * @param to when the last one did
 * @param change from the first run to the last as a part, steps in between left out: 0.3 is 30 % slower
 * @param runs how many were looked at
 * @param pValue how often times that do not drift would rise or fall that much
 */
public record GradualChange(String fingerprint, Instant from, Instant to, double change, int runs, double pValue) {
    /** Change a day: 0.01 is 1 % slower each day; null when there is less than a day to tell it from. */
    public @Nullable Double perDay() {
        double days = ms(from, to) / Duration.ofDays(1).toMillis();
        return days < 1 ? null : (Double) (Math.pow(1 + change, 1 / days) - 1);
    }

    /** What a time then has to be multiplied by to be as at the beginning. */
    double factor(Instant at) {
        return Math.pow(1 + change, -ms(from, at) / ms(from, to));
    }

    private static double ms(Instant from, Instant to) {
        return Duration.between(from, to).toMillis();
    }
}
