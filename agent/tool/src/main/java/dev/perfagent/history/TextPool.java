package dev.perfagent.history;

import org.jspecify.annotations.Nullable;

/**
 * Gives the same String for the same characters, most of the time, without making one first. Of fixed size: a text that falls
 * into a place taken by another replaces it.
 */
final class TextPool {
    private static final int PLACES = 4096;

    /** Longer texts hardly repeat. */
    private static final int LONGEST = 200;

    private final @Nullable String[] places = new @Nullable String[PLACES];

    String get(char[] characters, int offset, int length) {
        if (length == 0) {
            return "";
        }
        if (length > LONGEST) {
            return made(characters, offset, length);
        }
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + characters[offset + i];
        }
        int place = (hash ^ hash >>> 15) & PLACES - 1;
        String there = places[place];
        if (there != null && isSame(there, characters, offset, length)) {
            return there;
        }
        String made = made(characters, offset, length);
        places[place] = made;
        return made;
    }

    private static String made(char[] characters, int offset, int length) {
        return LoneSurrogates.replaced(new String(characters, offset, length));
    }

    private static boolean isSame(String text, char[] characters, int offset, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != characters[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
