package dev.perfagent.cli.output;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How many columns of a terminal text takes. */
final class Columns {
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0xA4CF},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F300, 0x1FAFF},
        {0x20000, 0x3FFFD},
    };

    /** Two escapes are one character beyond U+FFFF. */
    private static final Pattern PIECE = Pattern.compile(
            "(?s)(?:\\\\ud[89ab][0-9a-f]{2}\\\\ud[c-f][0-9a-f]{2}|\\\\u[0-9a-f]{4}|.)[\\p{Mn}\\p{Me}]*");

    /** With fewer characters left, two ends say less than one beginning. */
    private static final int LEAST_ENDS = 9;

    private Columns() {}

    static int of(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            columns += of(text.codePointAt(i));
        }
        return columns;
    }

    /** The text in exactly that many columns: cut with a mark, or filled with spaces. */
    static String fit(String text, int width, boolean right, String cutMark) {
        String cut = cutMiddle(text, width, cutMark);
        String fill = " ".repeat(width - of(cut));
        return right ? fill + cut : cut + fill;
    }

    /** The text in that many columns at most: what is too long loses its middle, because names often differ at their ends. */
    static String cutMiddle(String text, int width, String cutMark) {
        int room = width - of(cutMark);
        if (of(text) <= width || room < LEAST_ENDS) {
            return cut(text, width, cutMark);
        }
        List<String> pieces = pieces(text);
        int from = pieces.size();
        for (int left = endRoom(pieces, room); from > 0 && left >= of(pieces.get(from - 1)); from--) {
            left -= of(pieces.get(from - 1));
        }
        String last = String.join("", pieces.subList(from, pieces.size()));
        return cut(text, room - of(last), "") + cutMark + last;
    }

    /** All of the text that {@link #cutMiddle} may show in that many columns; the middle of a very long text is not among it. */
    static String ends(String text, int width) {
        List<String> pieces = pieces(text);
        int size = pieces.size();
        return size <= 2 * width
                ? text
                : String.join("", pieces.subList(0, width)) + String.join("", pieces.subList(size - width, size));
    }

    /** A third, or what the last piece alone takes, as an escape does, if the beginning keeps as much. */
    private static int endRoom(List<String> pieces, int room) {
        int last = of(pieces.get(pieces.size() - 1));
        return Math.max(room / 3, last <= room / 2 ? last : 0);
    }

    static String cut(String text, int width, String cutMark) {
        if (of(text) <= width) {
            return text;
        }
        int room = Math.max(0, width - of(cutMark));
        StringBuilder kept = new StringBuilder();
        for (String piece : pieces(text)) {
            room -= of(piece);
            if (room < 0) {
                break;
            }
            kept.append(piece);
        }
        return kept.append(of(cutMark) <= width ? cutMark : "").toString();
    }

    /**
     * Parts of the text that are cut at no place inside: a character with its marks, or an escape such as {@code \}{@code u6784}.
     */
    static List<String> pieces(String text) {
        return PIECE.matcher(text).results().map(MatchResult::group).toList();
    }

    private static int of(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        for (int[] range : WIDE) {
            if (c >= range[0] && c <= range[1]) {
                return 2;
            }
        }
        return 1;
    }
}
