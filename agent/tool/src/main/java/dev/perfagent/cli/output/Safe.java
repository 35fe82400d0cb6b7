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
        return escape(text, true);
    }

    /** JSON that means the same, with those characters written as JSON escapes; they can only occur inside strings. */
    public static String json(String json) {
        return escape(json, false);
    }

    private static String escape(String text, boolean shortForms) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (!isDangerous(c)) {
                safe.appendCodePoint(c);
            } else if (shortForms && c == '\n') {
                safe.append("\\n");
            } else if (shortForms && c == '\t') {
                safe.append("\\t");
            } else {
                for (char unit : Character.toChars(c)) {
                    safe.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
            }
        });
        return safe.toString();
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
