package dev.perfagent.application;

import org.jspecify.annotations.Nullable;

/**
 * A program's name and the version that was written behind it: {@code closure-compiler-v20240317}, {@code foo-1.2.3-all},
 * {@code Mozilla Rhino 1.7.14}. Only a part of its own is a version, so that {@code log4j2} and {@code h2} stay what they are.
 *
 * @param version null when the text has none
 */
record VersionedName(String name, @Nullable String version) {
    /** What stands behind a version and is not part of it; a bare number in front of anything else belongs to the name. */
    private static final String CLASSIFIERS = " all shaded fat uber full standalone complete exec nodeps deps"
            + " with dependencies jar dist jre android ";

    private static final String QUALIFIERS =
            " snapshot alpha beta rc cr m milestone final ga release sp pre preview ea dev nightly"
                    + " incubating latest ";

    /** A number of this length is a date, with or without the time. */
    private static final int DATE_DIGITS = 6;

    /** "Log4j 2" is a name. */
    private static final int LEAST_DIGITS_IN_A_TITLE = 3;

    /** Takes a title or a file's name without its ending apart. */
    static VersionedName of(String text) {
        String title = text.trim();
        int[] starts = starts(title);
        int last = lastVersion(title, starts);
        if (last < 0) {
            return new VersionedName(withoutStamp(title, starts), null);
        }
        int first = last;
        while (first > 1
                && (isSolid(part(title, starts, first - 1))
                        || isBare(part(title, starts, first - 1))
                        || isQualifier(part(title, starts, first - 1)))) {
            first--;
        }
        int end = last;
        while (end + 1 < starts.length
                && (isQualifier(part(title, starts, end + 1)) || Release.isStamp(part(title, starts, end + 1)))) {
            end++;
        }
        String begins = part(title, starts, first);
        // kafka_2.13-3.5.0: the first of the two is Scala's.
        boolean ofScala = first < last
                && title.charAt(starts[first] - 1) == '_'
                && (begins.startsWith("2.1") || begins.equals("3"));
        int version = ofScala ? first + 1 : first;
        int to = end + 1 < starts.length ? starts[end + 1] - 1 : title.length();
        return new VersionedName(
                title.substring(0, starts[first] - 1).trim(), Release.of(title.substring(starts[version], to)));
    }

    /** Where the parts begin that hyphens, underscores and blanks separate. */
    private static int[] starts(String text) {
        int[] starts = new int[text.length() + 1];
        int count = 1;
        for (int i = 1; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '-' || c == ' ' || c == '_') {
                starts[count++] = i + 1;
            }
        }
        int[] all = new int[count];
        System.arraycopy(starts, 0, all, 0, count);
        return all;
    }

    private static String part(String text, int[] starts, int index) {
        return text.substring(starts[index], index + 1 < starts.length ? starts[index + 1] - 1 : text.length());
    }

    private static int lastVersion(String text, int[] starts) {
        boolean onlySuffixes = true;
        for (int i = starts.length - 1; i > 0; i--) {
            String part = part(text, starts, i);
            int least = text.charAt(starts[i] - 1) == '-' ? 1 : LEAST_DIGITS_IN_A_TITLE;
            if (isSolid(part) || onlySuffixes && isBare(part) && part.length() >= least) {
                return i;
            }
            onlySuffixes &= isOneOf(part, CLASSIFIERS) || isQualifier(part) || Release.isStamp(part);
        }
        return -1;
    }

    /** Without a last part that only says which build it is. */
    private static String withoutStamp(String text, int[] starts) {
        int last = starts.length - 1;
        String part = part(text, starts, last);
        boolean stamp = last > 0 && (Release.isStamp(part) || part.equalsIgnoreCase("snapshot"));
        return stamp ? text.substring(0, starts[last] - 1).trim() : text;
    }

    /** {@code 1.2}, {@code 2.0b4}, {@code v2}, {@code r5}, {@code 20240317}, {@code (1.2)}. */
    private static boolean isSolid(String part) {
        String plain = part.startsWith("(") ? part.substring(1) : part;
        if (plain.length() > 1 && "vVrR".indexOf(plain.charAt(0)) >= 0 && isDigit(plain.charAt(1))) {
            return true;
        }
        if (plain.isEmpty() || !isDigit(plain.charAt(0))) {
            return false;
        }
        int digits = 1;
        while (digits < plain.length() && isDigit(plain.charAt(digits))) {
            digits++;
        }
        boolean dotted = digits + 1 < plain.length() && plain.charAt(digits) == '.';
        return dotted || digits == plain.length() && digits >= DATE_DIGITS;
    }

    private static boolean isBare(String part) {
        for (int i = 0; i < part.length(); i++) {
            if (!isDigit(part.charAt(i))) {
                return false;
            }
        }
        return !part.isEmpty();
    }

    /** {@code SNAPSHOT}, {@code rc1}. */
    private static boolean isQualifier(String part) {
        int end = part.length();
        while (end > 0 && isDigit(part.charAt(end - 1))) {
            end--;
        }
        return end > 0 && isOneOf(part.substring(0, end), QUALIFIERS);
    }

    private static boolean isOneOf(String part, String words) {
        return words.contains(' ' + MainClassName.lower(part) + ' ');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
