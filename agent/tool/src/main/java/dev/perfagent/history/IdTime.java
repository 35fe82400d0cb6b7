package dev.perfagent.history;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a run began, by its id: an id begins with twelve hexadecimal digits that are the start in milliseconds. */
final class IdTime {
    private static final int TIME_DIGITS = 12;

    /** With fewer digits it may have been in more than a week. */
    private static final int FEWEST_DIGITS = 6;

    private static final int BITS_A_DIGIT = 4;

    /** Records are kept by the day of their start, which may be corrected after the id was made. */
    private static final Duration AROUND = Duration.ofDays(1);

    private IdTime() {}

    /** When runs began whose id begins so, and a day before and after it; null when that is not known. */
    static @Nullable TimeRange of(String prefix) {
        int digits = Math.min(prefix.length(), TIME_DIGITS);
        if (digits < FEWEST_DIGITS) {
            return null;
        }
        long first = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(prefix.charAt(i), 16);
            if (digit < 0) {
                return null;
            }
            first = first << BITS_A_DIGIT | digit;
        }
        int missing = (TIME_DIGITS - digits) * BITS_A_DIGIT;
        Instant from = Instant.ofEpochMilli(first << missing);
        Instant to = Instant.ofEpochMilli((first + 1) << missing);
        return new TimeRange(from.minus(AROUND), to.plus(AROUND));
    }
}
