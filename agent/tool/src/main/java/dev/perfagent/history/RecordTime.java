package dev.perfagent.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Points in time as records have them. Those outside the years 2000 to 9999 are no times of runs, but damage or an attack. */
public final class RecordTime {
    private static final long DAY_SECONDS = 86_400;
    private static final Instant FIRST = startOf(LocalDate.of(2000, 1, 1));
    private static final Instant AFTER_LAST = startOf(LocalDate.of(10_000, 1, 1));

    private static final String DIGITS = "0000-00-00T00:00:00.000Z";
    private static final int LENGTH = DIGITS.length();
    private static final int DAY_LENGTH = "0000-00-00".length();

    private RecordTime() {}

    /** A time in ISO 8601, in UTC; null when it is not one, or of a year that no run can have. */
    public static @Nullable Instant parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant time = text.length() == LENGTH && hasUsualForm(text) ? usual(text) : Instant.parse(text);
            return isPossible(time) ? time : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A day in ISO 8601; null when it is not one. It may be of a year that no run can have. */
    static @Nullable LocalDate parseDay(String text) {
        try {
            return text.length() == DAY_LENGTH && hasUsualForm(text) ? usualDay(text) : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Whether a run can have begun on that day. */
    static boolean isPossible(LocalDate day) {
        return day.getYear() >= 2000 && day.getYear() <= 9999;
    }

    private static boolean isPossible(Instant time) {
        return !time.isBefore(FIRST) && time.isBefore(AFTER_LAST);
    }

    /** Whether it has digits, and what stands between them, where {@link #DIGITS} has them, as far as it goes. */
    private static boolean hasUsualForm(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char expected = DIGITS.charAt(i);
            if (expected == '0' ? c < '0' || c > '9' : c != expected) {
                return false;
            }
        }
        return true;
    }

    /** As the agent writes it; the general parser takes ten times as long, and a history has millions of them. */
    private static Instant usual(String text) {
        int hour = number(text, 11, 2);
        int minute = number(text, 14, 2);
        int second = number(text, 17, 2);
        if (hour > 23 || minute > 59 || second > 59) {
            return Instant.parse(text);
        }
        long seconds = usualDay(text).toEpochDay() * DAY_SECONDS + hour * 3600L + minute * 60L + second;
        return Instant.ofEpochSecond(seconds, number(text, 20, 3) * 1_000_000L);
    }

    private static LocalDate usualDay(String text) {
        return LocalDate.of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2));
    }

    private static Instant startOf(LocalDate day) {
        return Instant.ofEpochSecond(day.toEpochDay() * DAY_SECONDS);
    }

    private static int number(String text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
