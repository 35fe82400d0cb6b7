package dev.perfagent.settings;

import org.jspecify.annotations.Nullable;

/**
 * Where a context value is read: {@code return}, {@code argument.N} or {@code field.NAME}, or one of them with {@code .size}.
 *
 * @param argument index of the argument from 0; -1 for the returned value or a field
 * @param size whether the size of a collection, map, array or text is meant instead of the value
 * @param field name of a field of the method's object or class, which is read when the method ends; null for no field
 */
public record ValuePath(
        int argument, boolean size, @Nullable String field) {
    private static final String FIELD = "field.";

    /** Not of a field. */
    public ValuePath(int argument, boolean size) {
        this(argument, size, null);
    }

    /** The path of that text; null when it is none. */
    public static @Nullable ValuePath of(String text) {
        boolean size = text.endsWith(".size");
        String from = size ? text.substring(0, text.length() - ".size".length()) : text;
        if (from.equals("return")) {
            return new ValuePath(-1, size);
        }
        if (from.startsWith(FIELD) && isName(from, FIELD.length())) {
            return new ValuePath(-1, size, from.substring(FIELD.length()));
        }
        String prefix = "argument.";
        if (from.length() == prefix.length() + 1
                && from.startsWith(prefix)
                && from.charAt(prefix.length()) >= '0'
                && from.charAt(prefix.length()) <= '9') {
            return new ValuePath(from.charAt(prefix.length()) - '0', size);
        }
        return null;
    }

    private static boolean isName(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i == from ? !Character.isJavaIdentifierStart(c) : !Character.isJavaIdentifierPart(c)) {
                return false;
            }
        }
        return from < text.length();
    }
}
