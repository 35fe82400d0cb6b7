package dev.perfagent.github;

/** The {@code Link} header of RFC 8288, of which only the relations matter. */
public final class LinkHeader {
    private static final String REL = "rel";
    private static final String NEXT = "next";

    private LinkHeader() {}

    /** Whether a link's relation is {@code next}; of malformed headers, what can be read counts. */
    public static boolean hasNext(String link) {
        int at = 0;
        int length = link.length();
        while (at < length) {
            char c = link.charAt(at);
            if (c == '<') {
                at = behind(link, '>', at + 1);
            } else if (c == '"') {
                at = behindQuoted(link, at);
            } else if (c == ';') {
                at = skipBlanks(link, at + 1);
                int value = relValue(link, at);
                if (value >= 0) {
                    int end = valueEnd(link, value);
                    if (holdsNext(link, value, end)) {
                        return true;
                    }
                    at = end;
                }
            } else {
                at++;
            }
        }
        return false;
    }

    /** Where the value of a parameter {@code rel} starts, -1 when another parameter stands there. */
    private static int relValue(String link, int at) {
        if (!link.regionMatches(true, at, REL, 0, REL.length())) {
            return -1;
        }
        int equals = skipBlanks(link, at + REL.length());
        return equals < link.length() && link.charAt(equals) == '=' ? skipBlanks(link, equals + 1) : -1;
    }

    private static int valueEnd(String link, int start) {
        if (start < link.length() && link.charAt(start) == '"') {
            return behindQuoted(link, start);
        }
        int at = start;
        while (at < link.length() && link.charAt(at) != ';' && link.charAt(at) != ',') {
            at++;
        }
        return at;
    }

    /** Relations are separated by blanks and compared without case. */
    private static boolean holdsNext(String link, int start, int end) {
        int word = start;
        for (int i = start; i <= end; i++) {
            boolean inWord = i < end && link.charAt(i) > ' ' && link.charAt(i) != '"';
            if (!inWord) {
                if (i - word == NEXT.length() && link.regionMatches(true, word, NEXT, 0, NEXT.length())) {
                    return true;
                }
                word = i + 1;
            }
        }
        return false;
    }

    private static int behindQuoted(String link, int quote) {
        int at = quote + 1;
        while (at < link.length() && link.charAt(at) != '"') {
            at += link.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, link.length());
    }

    private static int behind(String link, char end, int from) {
        int found = link.indexOf(end, from);
        return found < 0 ? link.length() : found + 1;
    }

    private static int skipBlanks(String link, int from) {
        int at = from;
        while (at < link.length() && link.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }
}
