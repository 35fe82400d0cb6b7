package dev.perfagent.history;

import java.nio.charset.StandardCharsets;
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

    /**
     * That of plain ASCII.
     *
     * @param hash as {@link String#hashCode()} has it
     */
    String get(byte[] bytes, int offset, int length, int hash) {
        int place = place(hash);
        String there = places[place];
        if (there != null && isSame(there, bytes, offset, length)) {
            return there;
        }
        return put(place, new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
    }

    /** The same for a text that had to be made. */
    String get(String made) {
        int place = place(made.hashCode());
        String there = places[place];
        return made.equals(there) ? there : put(place, made);
    }

    private String put(int place, String made) {
        if (made.length() <= LONGEST) {
            places[place] = made;
        }
        return made;
    }

    private static int place(int hash) {
        return (hash ^ hash >>> 15) & PLACES - 1;
    }

    private static boolean isSame(String text, byte[] bytes, int offset, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != bytes[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
