package dev.perfagent.history;

import org.jspecify.annotations.Nullable;

/**
 * What one object of a record holds, by field; the fields' names are the constants of an enum in lower case. What is missing, or of another
 * type than asked for, is null.
 */
public final class StoredValues<E extends Enum<E>> {
    private static final StoredValues<?> NONE = new StoredValues<>(new Object[0]);

    private final @Nullable Object[] values;

    StoredValues(@Nullable Object[] values) {
        this.values = values;
    }

    /** One in which nothing is told. */
    @SuppressWarnings("unchecked") // it holds nothing of any type
    static <E extends Enum<E>> StoredValues<E> none() {
        return (StoredValues<E>) NONE;
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

    private @Nullable Object value(E field) {
        return field.ordinal() < values.length ? values[field.ordinal()] : null;
    }
}
