package dev.perfagent.github;

import org.jspecify.annotations.Nullable;

/**
 * The date of HTTP headers, {@code Sun, 06 Nov 1994 08:49:37 GMT} (RFC 9110, IMF-fixdate), read without java.time, whose
 * formatters cost a cold JVM milliseconds. The two obsolete forms are not read.
 *
 * <p>Source of the calendar arithmetic: Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
 */
final class HttpDate {
    private static final int LENGTH = 29;
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private HttpDate() {}

    static @Nullable Long epochSeconds(String text) {
        if (text.length() != LENGTH || !text.endsWith(" GMT") || text.charAt(3) != ',' || text.charAt(4) != ' ') {
            return null;
        }
        int day = number(text, 5, 2);
        int month = MONTHS.indexOf(text.substring(8, 11));
        int year = number(text, 12, 4);
        int hour = number(text, 17, 2);
        int minute = number(text, 20, 2);
        int second = number(text, 23, 2);
        if (day < 1 || day > 31 || month < 0 || month % 3 != 0 || year < 0 || hour < 0 || hour > 23) {
            return null;
        }
        // 60: a leap second.
        if (minute < 0 || minute > 59 || second < 0 || second > 60) {
            return null;
        }
        return ((epochDay(year, month / 3 + 1, day) * 24 + hour) * 60 + minute) * 60 + second;
    }

    private static long epochDay(int year, int month, int day) {
        int y = month <= 2 ? year - 1 : year;
        long era = Math.floorDiv(y, 400);
        long yearOfEra = y - era * 400;
        long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097 + dayOfEra - 719_468;
    }

    /** -1 when it is none. */
    private static int number(String text, int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
