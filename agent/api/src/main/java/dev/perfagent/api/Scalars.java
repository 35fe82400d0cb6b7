package dev.perfagent.api;

import org.jspecify.annotations.Nullable;

/** Names and texts as they are kept: never empty, and not longer than anybody would read. */
final class Scalars {
    /** As long as the agent keeps the name of a phase. */
    static final int LONGEST_NAME = 100;

    static final int LONGEST_TEXT = 1000;

    private static final String UNNAMED = "unnamed";

    private Scalars() {}

    /** As a name; a caller's null is a name that it forgot, and no reason to fail. */
    static String name(@Nullable String given) {
        return given == null || given.isBlank() ? UNNAMED : cut(given, LONGEST_NAME);
    }

    /** As a text; null for none. */
    static @Nullable String text(@Nullable String given) {
        return given == null || given.isEmpty() ? null : cut(given, LONGEST_TEXT);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }
}
