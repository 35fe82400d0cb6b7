package dev.perfagent.cli.output;

import java.util.Locale;

/**
 * Makes foreign text safe to show. Names in a record come from the measured program and its servers; a control character
 * among them could move the cursor, change the title or hide text, a bidirectional override could reorder it.
 */
public final class Safe {
    private Safe() {}

    /** The text with each character that a terminal might obey written as an escape. */
    public static String text(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> safe.append("\\n");
                case '\t' -> safe.append("\\t");
                default -> append(c, safe);
            }
        });
        return safe.toString();
    }

    /**
     * JSON that means the same, with those characters written as JSON escapes. They can only be inside strings, but for line
     * ends and tabs, which can only be outside.
     */
    public static String json(String json) {
        StringBuilder safe = new StringBuilder(json.length() + 16);
        json.codePoints().forEach(c -> {
            switch (c) {
                case '\n', '\t' -> safe.append((char) c);
                case '\r' -> safe.append(' ');
                default -> append(c, safe);
            }
        });
        return safe.toString();
    }

    private static void append(int c, StringBuilder safe) {
        if (!isDangerous(c)) {
            safe.appendCodePoint(c);
            return;
        }
        for (char unit : Character.toChars(c)) {
            safe.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
        }
    }

    private static boolean isDangerous(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
