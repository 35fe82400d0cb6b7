package dev.perfagent.github;

import org.jspecify.annotations.Nullable;

/**
 * Numbers in headers. A value that cannot be right is unknown, and not replaced by the nearest one that could be. The RateLimit
 * draft warns of absurd values ("Denial of Service"), and {@code Retry-After: 9999999999} has been seen.
 */
public final class HeaderNumber {
    /** The largest number of a header; what is added up from headers stays below it too. RFC 9651: at most 15 digits. */
    public static final long MOST = 999_999_999_999_999L;

    /** No later reset and no longer wait is believed: quotas renew within a month at the latest (Azure API Management). */
    static final long MOST_SECONDS = 31L * 24 * 60 * 60;

    private static final int MAX_DIGITS = 15;

    /** From here on a reset is an epoch in seconds, not seconds from now; 1e9 was September 2001. */
    private static final long FIRST_EPOCH = 1_000_000_000L;

    /** From here on it is one in milliseconds; 1e11 seconds are in the year 5138. */
    private static final long FIRST_EPOCH_MILLI = 100_000_000_000L;

    private HeaderNumber() {}

    /** The whole text but for blanks around it; null unless that is digits. */
    public static @Nullable Long whole(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String digits = text.trim();
        return of(digits, 0, digits.length());
    }

    /** As {@link #whole}, or digits with a fraction, which is left out: Reddit has {@code 599.0}. */
    static @Nullable Long of(@Nullable String text) {
        return item(text, 0, false);
    }

    /** The two added, and {@link #MOST} if that is more. */
    public static long sum(long one, long other) {
        return other > MOST - one ? MOST : one + other;
    }

    /** A number of seconds to wait; of a fraction the next whole one. Null for none, and for more than is believed. */
    static @Nullable Long seconds(@Nullable String text) {
        Long seconds = item(text, 0, true);
        return seconds == null || seconds > MOST_SECONDS ? null : seconds;
    }

    /**
     * One number of a list with commas, which may have parameters: 100 for the first of {@code 100;w=60, 1000;w=3600}. A single
     * number is a list too.
     *
     * @param roundsUp whether a fraction counts as one, instead of nothing
     */
    static @Nullable Long item(@Nullable String text, int index, boolean roundsUp) {
        int from = text == null ? -1 : start(text, index);
        if (text == null || from < 0) {
            return null;
        }
        int comma = text.indexOf(',', from);
        int semicolon = text.indexOf(';', from);
        int to = comma < 0 ? text.length() : comma;
        to = semicolon < 0 || semicolon > to ? to : semicolon;
        String number = text.substring(from, to).trim();
        int point = number.indexOf('.');
        if (point < 0) {
            return of(number, 0, number.length());
        }
        Long value = of(number, 0, point);
        boolean isMore = false;
        for (int i = point + 1; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c < '0' || c > '9') {
                return null;
            }
            isMore |= c != '0';
        }
        return value != null && roundsUp && isMore ? Long.valueOf(value + 1) : value;
    }

    /** How many numbers a list has; 0 without a list. */
    static int items(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        int count = 1;
        for (int at = next(text, 0); at >= 0; at = next(text, at)) {
            count++;
        }
        return count;
    }

    private static int start(String text, int index) {
        int at = 0;
        for (int i = 0; i < index && at >= 0; i++) {
            at = next(text, at);
        }
        return at;
    }

    private static int next(String text, int from) {
        int comma = text.indexOf(',', from);
        return comma < 0 ? -1 : comma + 1;
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

    /** The time a reset means: an epoch in seconds or milliseconds, or seconds from now; null for one that is not believed. */
    static @Nullable Long epoch(@Nullable Long reset, long nowEpochSeconds) {
        if (reset == null) {
            return null;
        }
        long epoch = reset;
        if (reset <= FIRST_EPOCH) {
            epoch = nowEpochSeconds + reset;
        } else if (reset >= FIRST_EPOCH_MILLI) {
            epoch = reset / 1000;
        }
        return Math.abs(epoch - nowEpochSeconds) > MOST_SECONDS ? null : (Long) epoch;
    }
}
