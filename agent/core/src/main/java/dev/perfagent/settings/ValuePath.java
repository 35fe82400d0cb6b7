package dev.perfagent.settings;

import org.jspecify.annotations.Nullable;

/**
 * Where a context value is read: {@code return}, {@code return.size}, {@code argument.N} or {@code argument.N.size}.
 *
 * @param argument index of the argument from 0; -1 for the returned value
 * @param size whether the size of a collection, map, array or text is meant instead of the value
 */
public record ValuePath(int argument, boolean size) {
    /** The path of that text; null when it is none. */
    public static @Nullable ValuePath of(String text) {
        boolean size = text.endsWith(".size");
        String from = size ? text.substring(0, text.length() - ".size".length()) : text;
        if (from.equals("return")) {
            return new ValuePath(-1, size);
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
}
