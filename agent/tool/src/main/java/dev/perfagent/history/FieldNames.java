package dev.perfagent.history;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** The field names of one kind of JSON object: those of an enum's constants, in lower case. */
final class FieldNames<E extends Enum<E>> {
    private final E[] fields;

    /** By hash: the number of the field that is there, and 1; 0 for none. */
    private final byte[] places;

    private final byte[][] names;

    private FieldNames(Class<E> type) {
        this.fields = type.getEnumConstants();
        this.names = new byte[fields.length][];
        this.places = new byte[4 * Integer.highestOneBit(fields.length)];
        for (int i = 0; i < fields.length; i++) {
            String name = fields[i].name().toLowerCase(Locale.ROOT);
            names[i] = name.getBytes(StandardCharsets.US_ASCII);
            int place = place(name.hashCode());
            while (places[place] != 0) {
                place = place(place + 1);
            }
            places[place] = (byte) (i + 1);
        }
    }

    static <E extends Enum<E>> FieldNames<E> of(Class<E> type) {
        return new FieldNames<>(type);
    }

    /** That of a field among those of its kind. */
    @SuppressWarnings("EnumOrdinal") // values are in arrays: a map of a run's 100 fields takes longer than reading them
    static int number(Enum<?> field) {
        return field.ordinal();
    }

    int size() {
        return fields.length;
    }

    E field(int number) {
        return fields[number];
    }

    /** The number of the field of that name; -1 when there is none. */
    int find(byte[] text, int from, int to, int hash) {
        int place = place(hash);
        while (places[place] != 0) {
            int number = places[place] - 1;
            byte[] name = names[number];
            if (Arrays.equals(text, from, to, name, 0, name.length)) {
                return number;
            }
            place = place(place + 1);
        }
        return -1;
    }

    /** The same for a name that is written in another way. */
    int find(String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        return find(text, 0, text.length, name.hashCode());
    }

    private int place(int hash) {
        return hash & places.length - 1;
    }
}
