package dev.perfagent.run;

import org.jspecify.annotations.Nullable;

/** Builds one line of JSON: objects and arrays nested by the caller, commas placed here. */
public final class JsonWriter {
    private static final String HEX = "0123456789abcdef";

    /** What Unicode puts in the place of what is no character. */
    private static final char NO_CHARACTER = '\ufffd';

    private final StringBuilder out = new StringBuilder(4096);
    private boolean first = true;

    public JsonWriter open(char bracket) {
        comma();
        out.append(bracket);
        first = true;
        return this;
    }

    public JsonWriter close(char bracket) {
        out.append(bracket);
        first = false;
        return this;
    }

    public JsonWriter name(String name) {
        comma();
        quote(name);
        out.append(':');
        first = true;
        return this;
    }

    public JsonWriter text(@Nullable String value) {
        comma();
        if (value == null) {
            out.append("null");
        } else {
            quote(value);
        }
        return this;
    }

    public JsonWriter whole(@Nullable Number value) {
        comma();
        out.append(value == null ? "null" : Long.toString(value.longValue()));
        return this;
    }

    /** Three decimals; null for what is not a number. */
    public JsonWriter decimal(@Nullable Double value) {
        comma();
        if (value == null || value.isNaN() || value.isInfinite()) {
            out.append("null");
            return this;
        }
        Decimal.append(out, value);
        return this;
    }

    public JsonWriter flag(@Nullable Boolean value) {
        comma();
        out.append(value == null ? "null" : value.toString());
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void comma() {
        if (!first) {
            out.append(',');
        }
        first = false;
    }

    private void quote(String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20 || c >= 0x7f && isUnshown(c)) {
                escape(c);
            } else if (c >= Character.MIN_SURROGATE && isLoneSurrogate(value, i)) {
                out.append(NO_CHARACTER);
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /** Controls and invisible formats: a terminal on which the JSON is looked at would obey them. */
    private static boolean isUnshown(char c) {
        return c <= 0x9f
                || c == 0x61c
                || c >= 0x200b && c <= 0x200f
                || c >= 0x2028 && c <= 0x202e
                || c >= 0x2060 && c <= 0x206f
                || c == 0xfeff;
    }

    /** Half a character cannot be written in UTF-8, and as an escape no strict JSON parser reads it. */
    private static boolean isLoneSurrogate(String value, int at) {
        char c = value.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(value.charAt(at - 1)));
    }

    private void escape(char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt(c >> shift & 0xf));
        }
    }
}
