package dev.perfagent.config;

/**
 * Text from a file as part of a one-line message for a terminal: shortened, and without characters that could control the
 * terminal or reorder the line.
 */
final class Quoted {
    /** Enough to recognise a value by. */
    private static final int MAX_TEXT = 60;

    private static final int MAX_LINE = 200;

    private Quoted() {}

    /** A key or value. */
    static String text(String text) {
        return clean(text, MAX_TEXT);
    }

    /** A parser's message. */
    static String line(String message) {
        return clean(message, MAX_LINE);
    }

    /** A path, in full. */
    static String path(String path) {
        return clean(path, Integer.MAX_VALUE);
    }

    private static String clean(String text, int max) {
        StringBuilder out = new StringBuilder(Math.min(text.length(), max) + 3);
        for (int i = 0; i < text.length(); ) {
            if (out.length() >= max) {
                return out.append("...").toString();
            }
            int codePoint = text.codePointAt(i);
            out.appendCodePoint(isPlain(codePoint) ? codePoint : ' ');
            i += Character.charCount(codePoint);
        }
        return out.toString();
    }

    private static boolean isPlain(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
