package dev.perfagent.history;

import org.jspecify.annotations.Nullable;

/**
 * What one object of a record holds, by field; the fields' names are the constants of an enum in lower case. What is missing, or
 * of another type than asked for, is null.
 */
public final class StoredValues<E extends Enum<E>> {
    private final @Nullable Object[] values;

    /** @param values by number of the field, as far as they go; not copied */
    StoredValues(@Nullable Object[] values) {
        this.values = values;
    }

    /** One in which nothing is recorded. */
    static <E extends Enum<E>> StoredValues<E> none() {
        return new StoredValues<E>(new Object[0]);
    }

    private @Nullable Object value(E field) {
        int number = FieldNames.number(field);
        return number < values.length ? values[number] : null;
    }

    public @Nullable String text(E field) {
        return value(field) instanceof String text ? text : null;
    }

    /** The text in a field; the other one when it has none. */
    public String text(E field, String otherwise) {
        String text = text(field);
        return text == null ? otherwise : text;
    }

    public @Nullable Double number(E field) {
        return value(field) instanceof Number number ? (Double) number.doubleValue() : null;
    }

    public @Nullable Long whole(E field) {
        return value(field) instanceof Long whole ? whole : null;
    }
}
