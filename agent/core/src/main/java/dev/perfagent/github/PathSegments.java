package dev.perfagent.github;

/**
 * Where the segments of a URL path lie. Query and fragment are dropped, empty segments skipped, and nothing is copied: a path may
 * hold what must not be kept.
 */
final class PathSegments {
    /** Segments looked at; the longest published template of GitHub has 10. */
    static final int MAX_SEGMENTS = 24;

    /** A word where GitHub has no identifier; the longest of its published ones has 37 characters. */
    private static final int MAX_WORD = 40;

    /** Shortest hexadecimal segment taken for a hash: git's abbreviation of a commit. */
    private static final int MIN_HASH = 7;

    private final String path;
    private final int[] bounds = new int[2 * MAX_SEGMENTS];
    private int count;
    private boolean cut;

    private PathSegments(String path) {
        this.path = path;
    }

    static PathSegments of(String path) {
        PathSegments segments = new PathSegments(path);
        int length = path.length();
        int start = 0;
        for (int i = 0; i <= length; i++) {
            char c = i < length ? path.charAt(i) : '?';
            if (c == '/' || c == '?' || c == '#') {
                if (!segments.add(start, i) || c != '/') {
                    break;
                }
                start = i + 1;
            }
        }
        return segments;
    }

    private boolean add(int start, int end) {
        if (start == end) {
            return true;
        }
        if (count == MAX_SEGMENTS) {
            cut = true;
            return false;
        }
        bounds[2 * count] = start;
        bounds[2 * count + 1] = end;
        count++;
        return true;
    }

    int count() {
        return count;
    }

    /** Whether the path goes on behind the last segment. */
    boolean isCut() {
        return cut;
    }

    String text(int index) {
        return path.substring(bounds[2 * index], bounds[2 * index + 1]);
    }

    void appendTo(StringBuilder out, int index) {
        out.append('/').append(path, bounds[2 * index], bounds[2 * index + 1]);
    }

    char firstChar(int index) {
        return path.charAt(bounds[2 * index]);
    }

    /** Whether there is such a segment and it is {@code name}. */
    boolean is(int index, String name) {
        return index < count && is(index, name, 0, name.length());
    }

    boolean is(int index, String text, int from, int to) {
        int start = bounds[2 * index];
        int length = bounds[2 * index + 1] - start;
        return length == to - from && path.regionMatches(start, text, from, length);
    }

    boolean isNumber(int index) {
        if (index >= count) {
            return false;
        }
        for (int i = bounds[2 * index]; i < bounds[2 * index + 1]; i++) {
            if (!isDigit(path.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Digits only, or digits and hexadecimal letters (with dashes: a UUID). */
    boolean isNumberOrHash(int index) {
        int start = bounds[2 * index];
        int end = bounds[2 * index + 1];
        int digits = 0;
        for (int i = start; i < end; i++) {
            char c = path.charAt(i);
            if (isDigit(c)) {
                digits++;
            } else if (!isHexLetter(c) && c != '-') {
                return false;
            }
        }
        return digits == end - start || digits > 0 && end - start >= MIN_HASH;
    }

    /** Lower-case letters with {@code -} and {@code _} inside: what GitHub's collections are called. */
    boolean isWord(int index) {
        int start = bounds[2 * index];
        int end = bounds[2 * index + 1];
        if (end - start > MAX_WORD || !isLower(path.charAt(start))) {
            return false;
        }
        for (int i = start + 1; i < end; i++) {
            char c = path.charAt(i);
            if (!isLower(c) && c != '-' && c != '_') {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isHexLetter(char c) {
        return c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }
}
