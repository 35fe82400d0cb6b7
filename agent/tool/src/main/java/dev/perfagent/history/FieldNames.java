package dev.perfagent.history;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.Named;

/** The field names of one kind of JSON object: those of an enum's constants, in lower case. */
final class FieldNames<E extends Enum<E>> {
    private final Class<E> type;
    private final E[] fields;
    private final PropertyNameMatcher matcher;

    private FieldNames(Class<E> type, E[] fields, PropertyNameMatcher matcher) {
        this.type = type;
        this.fields = fields;
        this.matcher = matcher;
    }

    static <E extends Enum<E>> FieldNames<E> of(JsonFactory factory, Class<E> type) {
        E[] fields = type.getEnumConstants();
        List<Named> names = new ArrayList<>();
        for (E field : fields) {
            names.add(Named.fromString(field.name().toLowerCase(Locale.ROOT)));
        }
        return new FieldNames<>(type, fields, factory.constructNameMatcher(names, false));
    }

    /** An empty one for their values. */
    Map<E, Object> newMap() {
        return new EnumMap<>(type);
    }

    PropertyNameMatcher matcher() {
        return matcher;
    }

    E field(int index) {
        return fields[index];
    }
}
