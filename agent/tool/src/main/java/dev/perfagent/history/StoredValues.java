package dev.perfagent.history;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one object of a record holds, by field; the fields' names are the constants of an enum in lower case. What is missing, or
 * of another type than asked for, is null.
 */
public final class StoredValues<E extends Enum<E>> {
    private final Map<E, Object> values;

    /** @param values not copied */
    StoredValues(Map<E, Object> values) {
        this.values = values;
    }

    /** One in which nothing is recorded. */
    static <E extends Enum<E>> StoredValues<E> none() {
        return new StoredValues<E>(Map.<E, Object>of());
    }

    public @Nullable String text(E field) {
        return values.get(field) instanceof String text ? text : null;
    }

    /** The text in a field; the other one when it has none. */
    public String text(E field, String otherwise) {
        String text = text(field);
        return text == null ? otherwise : text;
    }

    public @Nullable Double number(E field) {
        return values.get(field) instanceof Number number ? (Double) number.doubleValue() : null;
    }

    public @Nullable Long whole(E field) {
        return values.get(field) instanceof Long whole ? whole : null;
    }
}
