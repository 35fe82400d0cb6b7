package dev.perfagent.machine;

/**
 * Text from outside made safe to print: a command, phase or cache may be named by whoever wrote the input, and a line end, an
 * escape sequence or a direction override in a name could forge an alert or hide one.
 */
public final class TerminalText {
    /** Longer text is cut: an alert is read, and one of a megabyte would flood the terminal and the log. */
    public static final int MAX_LENGTH = 600;

    private static final String HEX = "0123456789abcdef";

    private TerminalText() {}

    /**
     * The text with everything that does not simply show as itself written as {@code \}{@code u001b}.
     *
     * @param unicode whether characters beyond ASCII can be shown; without, they are written so too
     */
    public static String escape(String text, boolean unicode) {
        int length = Math.min(text.length(), MAX_LENGTH);
        StringBuilder out = new StringBuilder(length + 16);
        for (int i = 0; i < length; ) {
            int codePoint = text.codePointAt(i);
            int chars = Character.charCount(codePoint);
            if (codePoint == '#' && i > 0 && text.charAt(i - 1) == '#') {
                escape(out, '#'); // ##[ and ##vso[ are commands to build servers, anywhere in a line
            } else if ((codePoint >= ' ' && codePoint < 0x7f) || (unicode && codePoint > 0x9f && shows(codePoint))) {
                out.appendCodePoint(codePoint);
            } else {
                for (int part = 0; part < chars; part++) {
                    escape(out, text.charAt(i + part));
                }
            }
            i += chars;
        }
        if (text.length() > MAX_LENGTH) {
            out.append("...");
        }
        return out.toString();
    }

    /** Formats are the invisible ones: direction overrides, zero widths, tags. */
    private static boolean shows(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static void escape(StringBuilder out, char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt(c >> shift & 0xf));
        }
    }
}
