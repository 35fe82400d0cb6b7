package dev.perfagent.cli.output;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Locale;

/**
 * Makes foreign text safe to show. Names in a record come from the measured program and its servers; a control character
 * among them could move the cursor, change the title or hide text, a bidirectional override could reorder it.
 */
public final class SafeText {
    private static final Charset STANDARD_ERROR = standardError();

    private SafeText() {}

    /** The text with each character that a terminal might obey written as an escape. */
    public static String text(String text) {
        if (isPlain(text)) {
            return text;
        }
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

    /** The same for standard error, whose charset no JDK says for sure: as an escape, too, what the platform's cannot say. */
    public static String line(String text) {
        CharsetEncoder encoder = STANDARD_ERROR.newEncoder();
        String safe = text(text);
        return encoder.canEncode(safe) ? safe : in(encoder, safe);
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

    /** Nearly all text is. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static Charset standardError() {
        for (String name : new String[] {"stderr.encoding", "sun.stderr.encoding", "native.encoding"}) {
            String stated = System.getProperty(name);
            if (stated != null
                    && Charset.isSupported(stated)
                    && Charset.forName(stated).canEncode()) {
                return Charset.forName(stated);
            }
        }
        return Charset.defaultCharset();
    }

    /**
     * The text with each character that the charset does not have written as an escape, so that different names stay different.
     */
    static String in(CharsetEncoder charset, String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (charset.canEncode(Character.toString(c))) {
                safe.appendCodePoint(c);
            } else {
                escape(c, safe);
            }
        });
        return safe.toString();
    }

    private static void append(int c, StringBuilder safe) {
        if (Character.getType(c) == Character.SURROGATE) {
            safe.append('\ufffd'); // half a character, and its escape would be no JSON
        } else if (isDangerous(c)) {
            escape(c, safe);
        } else {
            safe.appendCodePoint(c);
        }
    }

    private static void escape(int c, StringBuilder safe) {
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
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
