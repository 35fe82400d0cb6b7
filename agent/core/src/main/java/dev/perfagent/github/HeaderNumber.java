package dev.perfagent.github;

import org.jspecify.annotations.Nullable;

/** Numbers of rate-limit headers. */
final class HeaderNumber {
    /** A long of so many digits cannot overflow. */
    private static final int MAX_DIGITS = 18;

    /** Up to here a reset is a number of seconds from now; 1e9 was September 2001. */
    private static final long FIRST_EPOCH = 1_000_000_000L;

    /** From here on it is one in milliseconds; 1e11 seconds are in the year 5138. */
    private static final long FIRST_EPOCH_MILLI = 100_000_000_000L;

    /** The end of the year 9999; a later one has no date that others could read. */
    private static final long LAST_EPOCH = 253_402_300_799L;

    private HeaderNumber() {}

    /** The whole text but for blanks around it; null unless that is digits. */
    static @Nullable Long of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String digits = text.trim();
        return of(digits, 0, digits.length());
    }

    /** The digits that the text starts with: the limit of {@code 100, 100;w=60}. */
    static @Nullable Long leading(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String trimmed = text.trim();
        int end = 0;
        while (end < trimmed.length() && trimmed.charAt(end) >= '0' && trimmed.charAt(end) <= '9') {
            end++;
        }
        return of(trimmed, 0, end);
    }

    static @Nullable Long of(String text, int from, int to) {
        if (from >= to || to - from > MAX_DIGITS) {
            return null;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** The time a reset means: an epoch in seconds or milliseconds, or seconds from now; null for one that is no time. */
    static @Nullable Long epoch(@Nullable Long reset, long nowEpochSeconds) {
        if (reset == null) {
            return null;
        }
        if (reset <= FIRST_EPOCH) {
            return nowEpochSeconds + reset;
        }
        long epoch = reset < FIRST_EPOCH_MILLI ? reset : reset / 1000;
        return epoch > LAST_EPOCH ? null : (Long) epoch;
    }
}
