package dev.perfagent.history;

import java.nio.charset.StandardCharsets;

/**
 * Halves of characters outside the basic plane, which agents of old wrote where a text was cut or the application had one. They
 * are no characters: UTF-8 cannot say them and no strict JSON parser reads their escapes, so what is read has U+FFFD in their
 * place.
 */
final class LoneSurrogates {
    private static final char NO_CHARACTER = '\ufffd';
    private static final String NO_CHARACTER_ESCAPED = "\\ufffd";
    private static final int ESCAPE_LENGTH = 6;
    private static final int HEX = 16;

    private LoneSurrogates() {}

    /** The text with only whole characters. */
    static String replaced(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return rebuilt(text);
            }
        }
        return text;
    }

    /** The same JSON in valid UTF-8, without escapes of halves. */
    static byte[] replacedIn(byte[] json, int offset, int length) {
        String text = new String(json, offset, length, StandardCharsets.UTF_8); // has U+FFFD for what is none
        return replacedInJson(text).getBytes(StandardCharsets.UTF_8);
    }

    /** The same JSON without escapes of halves. */
    static String replacedInJson(String json) {
        int at = json.indexOf('\\');
        if (at < 0) {
            return json;
        }
        StringBuilder whole = new StringBuilder(json.length());
        int copied = 0;
        while (at >= 0) {
            int length = 2;
            int unit = escaped(json, at);
            if (unit >= 0) {
                length = ESCAPE_LENGTH;
                int next = escaped(json, at + ESCAPE_LENGTH);
                if (isHigh(unit) && next >= 0 && Character.isLowSurrogate((char) next)) {
                    length = 2 * ESCAPE_LENGTH;
                } else if (Character.isSurrogate((char) unit)) {
                    whole.append(json, copied, at).append(NO_CHARACTER_ESCAPED);
                    copied = at + ESCAPE_LENGTH;
                }
            }
            at = json.indexOf('\\', at + length);
        }
        return whole.append(json, copied, json.length()).toString();
    }

    private static boolean isHigh(int unit) {
        return Character.isHighSurrogate((char) unit);
    }

    /** The value of the escape that begins there; -1 when none does. */
    private static int escaped(String json, int at) {
        if (at + ESCAPE_LENGTH > json.length() || json.charAt(at) != '\\' || json.charAt(at + 1) != 'u') {
            return -1;
        }
        int unit = 0;
        for (int i = at + 2; i < at + ESCAPE_LENGTH; i++) {
            int digit = Character.digit(json.charAt(i), HEX);
            if (digit < 0) {
                return -1;
            }
            unit = unit * HEX + digit;
        }
        return unit;
    }

    private static String rebuilt(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.getType(c) == Character.SURROGATE ? NO_CHARACTER : c)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }
}
