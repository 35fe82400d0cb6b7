package dev.perfagent.alert;

import java.util.ArrayList;
import java.util.List;

/** Breaks a line at blanks for a narrow terminal; what follows the first part is indented. */
final class LineBreaks {
    private static final String INDENT = "     ";

    private LineBreaks() {}

    /** The parts. A word longer than a line stays whole, so that a name can still be copied. */
    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        String indent = "";
        while (columns(text, start, text.length()) > width - indent.length()) {
            int end = breakBefore(text, start, width - indent.length());
            if (end < 0) {
                break;
            }
            lines.add(indent + text.substring(start, end));
            start = end + 1;
            indent = INDENT;
        }
        lines.add(indent + text.substring(start));
        return lines;
    }

    /** The last blank within that width, else the first after it; negative when there is none. */
    private static int breakBefore(String text, int start, int width) {
        int best = -1;
        for (int at = firstWord(text, start); at >= 0; at = text.indexOf(' ', at + 1)) {
            // A build server takes a line that begins with :: for a command.
            if (text.startsWith(" ::", at) || text.startsWith("  ", at) || at + 1 == text.length()) {
                continue;
            }
            if (columns(text, start, at) > width && best >= 0) {
                return best;
            }
            best = at;
            if (columns(text, start, at) > width) {
                return best;
            }
        }
        return best;
    }

    /** The first blank behind the indentation; negative when there is none. */
    private static int firstWord(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return text.indexOf(' ', at);
    }

    private static int columns(String text, int start, int end) {
        int columns = 0;
        for (int i = start; i < end; ) {
            int codePoint = text.codePointAt(i);
            columns += columns(codePoint);
            i += Character.charCount(codePoint);
        }
        return columns;
    }

    /** East Asian and emoji are two columns wide; what joins the character before has none. */
    private static int columns(int c) {
        if (c < 0x300) {
            return 1;
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = c >= 0x1100 && c <= 0x115f
                || c >= 0x2e80 && c <= 0xa4cf
                || c >= 0xac00 && c <= 0xd7a3
                || c >= 0xf900 && c <= 0xfaff
                || c >= 0xfe30 && c <= 0xfe6f
                || c >= 0xff00 && c <= 0xff60
                || c >= 0x1f300 && c <= 0x1faff
                || c >= 0x20000 && c <= 0x3fffd;
        return wide ? 2 : 1;
    }
}
