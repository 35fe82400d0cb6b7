package dev.perfagent.history;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one kind of JSON object, with their values in the one that was read last. Tolerant of types: a value of another
 * type than asked for counts as not recorded.
 *
 * <p>All kinds of objects are read by the same few lines, {@link #next}: the JVM compiles them once. A switch over the fields of
 * each kind took longer to compile than to run 100,000 times.
 */
final class JsonFields<E extends Enum<E>> {
    /** What is known of a field; NONE is what arrays are filled with. */
    private static final byte NONE = 0;

    private static final byte PLAIN_TEXT = 1;
    private static final byte ESCAPED_TEXT = 2;
    private static final byte WHOLE = 3;
    private static final byte DECIMAL = 4;
    private static final byte TRUE = 5;
    private static final byte FALSE = 6;

    private final JsonBytes json;
    private final TextPool texts;
    private final FieldNames<E> names;
    private final byte[] kinds;

    /** A whole number, the bits of another one, or where a text begins and ends. */
    private final long[] values;

    private final int[] hashes;

    JsonFields(JsonCursor cursor, FieldNames<E> names) {
        this.json = cursor.bytes();
        this.texts = cursor.texts();
        this.names = names;
        this.kinds = new byte[names.size()];
        this.values = new long[names.size()];
        this.hashes = new int[names.size()];
    }

    /** Whether there is an object to go into, of which nothing is known yet; anything else is passed over. */
    boolean enters() {
        clear();
        if (json.peek() == '{') {
            json.enter();
            return true;
        }
        json.skip();
        return false;
    }

    /**
     * Reads on to the next known field that has an object or array: whoever is given it must take that, or skip it.
     *
     * @return null at the end of the object
     */
    @Nullable
    E next() {
        while (json.nextName()) {
            int field = json.field(names);
            int first = json.peek();
            if (first == '{' || first == '[') {
                if (field >= 0) {
                    kinds[field] = NONE;
                    return names.field(field);
                }
                json.skip();
            } else {
                json.skip();
                if (field >= 0) {
                    keep(field, first);
                }
            }
        }
        return null;
    }

    private void keep(int field, int first) {
        switch (first) {
            case '"' -> {
                kinds[field] = json.isPlain() ? PLAIN_TEXT : ESCAPED_TEXT;
                values[field] = json.place();
                hashes[field] = json.hash();
            }
            case 't' -> kinds[field] = TRUE;
            case 'f' -> kinds[field] = FALSE;
            case 'n' -> kinds[field] = NONE;
            default -> keepNumber(field);
        }
    }

    private void keepNumber(int field) {
        if (json.isLong()) {
            kinds[field] = WHOLE;
            values[field] = json.longNumber();
        } else {
            double number = json.decimalNumber();
            kinds[field] = Double.isInfinite(number) ? NONE : DECIMAL; // only a damaged record has such a number
            values[field] = Double.doubleToRawLongBits(number);
        }
    }

    /** Nothing is known from now on. */
    void clear() {
        Arrays.fill(kinds, NONE);
    }

    /** Reads an object to its end, without the objects and arrays in it; false when there is none. */
    boolean readsObject() {
        if (!enters()) {
            return false;
        }
        while (next() != null) {
            json.skip();
        }
        return true;
    }

    boolean isRecorded(E field) {
        return kinds[FieldNames.number(field)] != NONE;
    }

    /** A text that may well be in other records, too. */
    @Nullable
    String text(E field) {
        int i = FieldNames.number(field);
        return switch (kinds[i]) {
            case PLAIN_TEXT -> json.plain(values[i], hashes[i], texts);
            case ESCAPED_TEXT -> texts.get(json.unescaped(values[i]));
            default -> null;
        };
    }

    /** The same; another one when it is not recorded. */
    String text(E field, String otherwise) {
        String text = text(field);
        return text == null ? otherwise : text;
    }

    /** A text that is another in every record. */
    @Nullable
    String uniqueText(E field) {
        int i = FieldNames.number(field);
        return kinds[i] == PLAIN_TEXT || kinds[i] == ESCAPED_TEXT ? json.unescaped(values[i]) : null;
    }

    /** A point in time, as {@link RecordTime} has it. */
    @Nullable
    Instant instant(E field) {
        return RecordTime.parse(uniqueText(field));
    }

    /** The same, in seconds since 1970. */
    @Nullable
    Long epochSecond(E field) {
        Instant time = instant(field);
        return time == null ? null : (Long) time.getEpochSecond();
    }

    @Nullable
    Long whole(E field) {
        int i = FieldNames.number(field);
        return kinds[i] == WHOLE ? (Long) values[i] : null;
    }

    /** A count that is none when it is not recorded. */
    long count(E field) {
        int i = FieldNames.number(field);
        return kinds[i] == WHOLE ? values[i] : 0;
    }

    /** NaN when it is not recorded, or more than a double holds. */
    double number(E field) {
        int i = FieldNames.number(field);
        return switch (kinds[i]) {
            case WHOLE -> values[i];
            case DECIMAL -> Double.longBitsToDouble(values[i]);
            default -> Double.NaN;
        };
    }

    @Nullable
    Double decimal(E field) {
        double number = number(field);
        return Double.isNaN(number) ? null : (Double) number;
    }

    /** A length of time; null also for a negative one, which agents wrote when the clock was set during a run. */
    @Nullable
    Double time(E field) {
        double number = number(field);
        return number >= 0 ? (Double) number : null;
    }

    @Nullable
    Boolean flag(E field) {
        int kind = kinds[FieldNames.number(field)];
        return kind == TRUE || kind == FALSE ? (Boolean) (kind == TRUE) : null;
    }

    /** Long, Double, Boolean or String; null for what is none of them. */
    private @Nullable Object scalar(E field) {
        return switch (kinds[FieldNames.number(field)]) {
            case PLAIN_TEXT, ESCAPED_TEXT -> text(field);
            case WHOLE -> whole(field);
            case DECIMAL -> decimal(field);
            case TRUE, FALSE -> flag(field);
            default -> null;
        };
    }

    /** All values of an object that are neither objects nor arrays. */
    StoredValues<E> read() {
        if (!readsObject()) {
            return StoredValues.none();
        }
        @Nullable Object[] read = new Object[kinds.length];
        for (int i = 0; i < read.length; i++) {
            read[i] = scalar(names.field(i));
        }
        return new StoredValues<>(read);
    }

    /**
     * The same of an object that is equal, byte by byte, in most records: it is read again only when it is not.
     *
     * @param last what was read last
     */
    Repeated<E> read(Repeated<E> last) {
        json.peek();
        if (json.passes(last.bytes)) {
            return last;
        }
        int from = json.position();
        StoredValues<E> read = read();
        return new Repeated<>(json.since(from), read);
    }

    /** The values of an object, and how they were written. */
    static final class Repeated<E extends Enum<E>> {
        private final byte[] bytes;
        private final StoredValues<E> values;

        private Repeated(byte[] bytes, StoredValues<E> values) {
            this.bytes = bytes;
            this.values = values;
        }

        /** That of which nothing was read yet. */
        static <E extends Enum<E>> Repeated<E> none() {
            return new Repeated<E>(new byte[] {0}, StoredValues.<E>none());
        }

        StoredValues<E> values() {
            return values;
        }
    }
}
