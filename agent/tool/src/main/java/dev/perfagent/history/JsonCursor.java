package dev.perfagent.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Goes through one JSON text after the other without building a tree. Tolerant of types: a value of another type than asked
 * for is passed over and counts as not recorded. Whoever is given a value must take it.
 */
final class JsonCursor {
    private final JsonBytes json = new JsonBytes();
    private final TextPool texts = new TextPool();

    /** Starts on another text. */
    void open(byte[] bytes, int offset, int length) {
        json.open(bytes, offset, length);
    }

    JsonBytes bytes() {
        return json;
    }

    /** Texts that repeat. */
    TextPool texts() {
        return texts;
    }

    /** Whether there is an object to go into; anything else is passed over. */
    boolean entersObject() {
        if (json.peek() == '{') {
            json.enter();
            return true;
        }
        json.skip();
        return false;
    }

    /** Goes to the value of the next field, whatever its name is; null at the end of the object. */
    @Nullable
    String nextName() {
        return json.nextName() ? json.text(texts) : null;
    }

    /** Passes a value. */
    void skip() {
        json.skip();
    }

    /** Whether nothing follows. */
    boolean isAtEnd() {
        return json.peek() == 0;
    }

    /** The entries of an array that are recorded; null when it is none. */
    <T> @Nullable List<T> list(Supplier<@Nullable T> entry) {
        if (json.peek() != '[') {
            json.skip();
            return null;
        }
        json.enter();
        List<T> entries = new ArrayList<>();
        while (json.nextElement()) {
            T read = entry.get();
            if (read != null) {
                entries.add(read);
            }
        }
        return entries;
    }

    /** A text that may well be in other records, too. */
    @Nullable
    String text() {
        boolean is = json.peek() == '"';
        json.skip();
        return is ? json.text(texts) : null;
    }

    /** A count that is none when it is not recorded. */
    long count() {
        return scalar() instanceof Long count ? count : 0;
    }

    /** Long, Double, Boolean or String; null for what is none of them, or more than a double holds. */
    @Nullable
    Object scalar() {
        int first = json.peek();
        json.skip();
        return switch (first) {
            case '"' -> json.text(texts);
            case 't', 'f' -> (Boolean) (first == 't');
            case '{', '[', 'n' -> null;
            default -> json.isLong() ? (Object) json.longNumber() : finite(json.decimalNumber());
        };
    }

    private static @Nullable Double finite(double number) {
        return Double.isInfinite(number) ? null : (Double) number;
    }
}
