package dev.perfagent.application;

import org.jspecify.annotations.Nullable;

/**
 * The release that a version says, without the build: of {@code 3.35.0.v20230101-1200}, {@code 1.4.0-12-gabc1234} or
 * {@code 1.17 (build 2024-03-01)} what is the same in every build of one release.
 */
final class Release {
    private static final int MOST_CHARS = 40;
    private static final int DATE_DIGITS = 8;
    private static final int LEAST_HASH = 7;
    private static final int MOST_HASH = 41;

    private Release() {}

    /** Null when the text names no release, such as a date and time, or a hash. */
    static @Nullable String of(@Nullable String text) {
        if (text == null || text.contains("${")) {
            return null;
        }
        String rest = text.trim();
        while (!rest.isEmpty()) {
            int end = 0;
            while (end < rest.length() && " \t(),;+".indexOf(rest.charAt(end)) < 0) {
                end++;
            }
            String word = rest.substring(0, end);
            if (begins(word)) {
                return isDate(word) || isStamp(word) && hasLetter(word) ? null : withoutBuild(word);
            }
            rest = rest.substring(Math.min(rest.length(), end + 1));
        }
        return null;
    }

    /** A digit, or one behind v or r. */
    private static boolean begins(String word) {
        int at = !word.isEmpty() && "vVrR".indexOf(word.charAt(0)) >= 0 ? 1 : 0;
        return word.length() > at && isDigit(word.charAt(at));
    }

    private static boolean isDate(String word) {
        return word.length() >= 10 && word.charAt(4) == '-' && word.charAt(7) == '-' && isDigit(word.charAt(8));
    }

    private static String withoutBuild(String word) {
        String plain = "vV".indexOf(word.charAt(0)) >= 0 ? word.substring(1) : word;
        int from = 0;
        int before = -1; // where the part before this one begins
        for (int i = 0; i <= plain.length(); i++) {
            if (i < plain.length() && ".-_".indexOf(plain.charAt(i)) < 0) {
                continue;
            }
            String part = plain.substring(from, i);
            if (from > 0 && isStamp(part)) {
                // git describe: commits since the release, then the hash
                boolean counted = part.charAt(0) == 'g' && before > 0 && plain.charAt(before - 1) == '-';
                plain = plain.substring(0, (counted ? before : from) - 1);
                break;
            }
            if (part.equals("release") && from > 0 && i < plain.length()) { // Kotlin's 2.0.21-release-482
                plain = plain.substring(0, from - 1);
                break;
            }
            before = from;
            from = i + 1;
        }
        return plain.length() > MOST_CHARS ? plain.substring(0, MOST_CHARS) : plain;
    }

    /** A date with or without time, {@code v} before it or not, or a commit's hash. */
    static boolean isStamp(String part) {
        int digits = 0;
        int at = part.length() > 1 && "vg".indexOf(part.charAt(0)) >= 0 ? 1 : 0;
        for (int i = at; i < part.length(); i++) {
            char c = part.charAt(i);
            if (isDigit(c)) {
                digits++;
            } else if (c < 'a' || c > 'f') {
                return false;
            }
        }
        int length = part.length() - at;
        boolean date = digits == length && digits >= DATE_DIGITS;
        return date || digits > 0 && digits < length && length >= LEAST_HASH && length < MOST_HASH;
    }

    private static boolean hasLetter(String word) {
        for (int i = 1; i < word.length(); i++) {
            if (!isDigit(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
