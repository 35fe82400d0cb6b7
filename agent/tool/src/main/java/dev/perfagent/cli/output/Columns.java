package dev.perfagent.cli.output;

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

    /** With fewer characters left, two ends say less than one beginning. */
    private static final int LEAST_ENDS = 9;

    private Columns() {}

    static int of(String text) {
        return text.codePoints().map(Columns::of).sum();
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
        String end = new StringBuilder(text).reverse().toString();
        String last = new StringBuilder(cut(end, room / 3, "")).reverse().toString();
        return cut(text, room - of(last), "") + cutMark + last;
    }

    static String cut(String text, int width, String cutMark) {
        if (of(text) <= width) {
            return text;
        }
        int room = Math.max(0, width - of(cutMark));
        StringBuilder kept = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            room -= of(c);
            if (room < 0) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return kept.append(of(cutMark) <= width ? cutMark : "").toString();
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
