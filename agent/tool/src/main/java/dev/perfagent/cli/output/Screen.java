package dev.perfagent.cli.output;

import java.nio.charset.StandardCharsets;

/**
 * What the reader's screen can show.
 *
 * @param color whether to send colour codes
 * @param unicode whether the charset can say more than ASCII
 * @param width how many columns there are
 */
public record Screen(boolean color, boolean unicode, int width) {
    private static final String SIGNS = "✓✗▁▂▃▄▅▆▇█";

    /** What stands for each of our signs in ASCII. */
    private static final String ASCII_SIGNS = "+-_.:-=+*#";

    /** Every output fits in this many columns, which is what there is where nobody knows. */
    public static final int WIDTH = 80;

    private static final String ESCAPE = "\u001b[";

    /** As wide as is usual. */
    public Screen(boolean color, boolean unicode) {
        this(color, unicode, WIDTH);
    }

    String styled(String text, Style style) {
        return color && style != Style.PLAIN && !text.isBlank()
                ? ESCAPE + style.code() + "m" + text + ESCAPE + "0m"
                : text;
    }

    String cutMark() {
        return unicode ? "…" : "..";
    }

    /** Foreign text without anything a terminal obeys, and in ASCII where it can say no more. */
    String safe(String text) {
        String safe = SafeText.text(text);
        if (unicode) {
            return safe;
        }
        // The two signs of our own alerts, and those of our own documents.
        String plain = safe.replace("⚠️  ", "[!] ").replace("💡 ", "[i] ");
        for (int i = 0; i < SIGNS.length(); i++) {
            plain = plain.replace(SIGNS.charAt(i), ASCII_SIGNS.charAt(i));
        }
        return SafeText.in(StandardCharsets.US_ASCII.newEncoder(), plain);
    }
}
