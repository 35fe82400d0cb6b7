package dev.perfagent.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Points in time as records tell them. Those outside the years 2000 to 9999 are no times of runs, but damage or an attack. */
public final class RecordTime {
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant AFTER_LAST =
            Instant.parse("9999-12-31T00:00:00Z").plusSeconds(86_400);

    private static final int LENGTH = "2026-11-20T10:30:15.123Z".length();
    private static final long DAY_SECONDS = 86_400;

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

    /** Whether a run can have begun on that day. */
    static boolean isPossible(LocalDate day) {
        return day.getYear() >= 2000 && day.getYear() <= 9999;
    }

    private static boolean isPossible(Instant time) {
        return !time.isBefore(FIRST) && time.isBefore(AFTER_LAST);
    }

    private static boolean hasUsualForm(String text) {
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            boolean fits =
                    switch (i) {
                        case 4, 7 -> c == '-';
                        case 10 -> c == 'T';
                        case 13, 16 -> c == ':';
                        case 19 -> c == '.';
                        case 23 -> c == 'Z';
                        default -> c >= '0' && c <= '9';
                    };
            if (!fits) {
                return false;
            }
        }
        return text.charAt(11) < '2' || text.charAt(11) == '2' && text.charAt(12) < '4';
    }

    /** As the agent writes it; the general parser takes ten times as long, and a history has millions of them. */
    private static Instant usual(String text) {
        int minute = number(text, 14, 2);
        int second = number(text, 17, 2);
        if (minute > 59 || second > 59) {
            return Instant.parse(text);
        }
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2))
                .toEpochDay();
        long seconds = day * DAY_SECONDS + number(text, 11, 2) * 3600L + minute * 60L + second;
        return Instant.ofEpochSecond(seconds, number(text, 20, 3) * 1_000_000L);
    }

    private static int number(String text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
