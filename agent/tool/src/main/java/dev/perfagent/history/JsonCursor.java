package dev.perfagent.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * Goes through one JSON object after the other without building a tree. Tolerant of types: a value of another type than asked
 * for is passed over and counts as not recorded. Whoever is given a value must take it.
 */
final class JsonCursor {
    static final JsonFactory FACTORY = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    private final TextPool texts = new TextPool();
    private JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), new byte[0], 0, 0);

    /** Starts on another text. */
    void open(byte[] bytes, int offset, int length) {
        parser.close();
        parser = FACTORY.createParser(ObjectReadContext.empty(), bytes, offset, length);
        parser.nextToken();
    }

    /** Whether there is an object to go into; anything else is passed over. */
    boolean entersObject() {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return true;
        }
        parser.skipChildren();
        return false;
    }

    /** Goes to the value of the next known field; null at the end of the object. */
    <E extends Enum<E>> @Nullable E next(FieldNames<E> names) {
        while (true) {
            int match = parser.nextNameMatch(names.matcher());
            if (match >= 0) {
                parser.nextToken();
                return names.field(match);
            }
            if (match != PropertyNameMatcher.MATCH_UNKNOWN_NAME) {
                return null;
            }
            parser.nextToken();
            parser.skipChildren();
        }
    }

    /** Goes to the value of the next field, whatever its name is; null at the end of the object. */
    @Nullable
    String nextName() {
        String name = parser.nextName();
        if (name != null) {
            parser.nextToken();
        }
        return name;
    }

    /** Whether nothing follows. */
    boolean isAtEnd() {
        return parser.nextToken() == null;
    }

    /** The entries of an array that are recorded; null when it is none. */
    <T> @Nullable List<T> list(Supplier<@Nullable T> entry) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return null;
        }
        List<T> entries = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
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
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            parser.skipChildren();
            return null;
        }
        return texts.get(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
    }

    /** The same; empty when it is not recorded. */
    String textOrEmpty() {
        String text = text();
        return text == null ? "" : text;
    }

    /** A text that is another in every record. */
    @Nullable
    String uniqueText() {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            parser.skipChildren();
            return null;
        }
        return LoneSurrogates.replaced(parser.getString());
    }

    @Nullable
    Long whole() {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? null : (Long) parser.getLongValue();
        }
        parser.skipChildren();
        return null;
    }

    /** A count that is none when it is not recorded. */
    long count() {
        Long stated = whole();
        return stated == null ? 0 : stated;
    }

    /** NaN when it is not recorded, or more than a double holds, which only a damaged record has. */
    double number() {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
            double number = parser.getDoubleValue();
            return Double.isInfinite(number) ? Double.NaN : number;
        }
        parser.skipChildren();
        return Double.NaN;
    }

    @Nullable
    Double decimal() {
        double number = number();
        return Double.isNaN(number) ? null : (Double) number;
    }

    /** A length of time; null also for a negative one, which agents wrote when the clock was set during a run. */
    @Nullable
    Double time() {
        double number = number();
        return number >= 0 ? (Double) number : null;
    }

    @Nullable
    Boolean flag() {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return token == JsonToken.VALUE_TRUE;
        }
        parser.skipChildren();
        return null;
    }

    /** The values of an object's known fields. */
    <E extends Enum<E>> StoredValues<E> values(FieldNames<E> names) {
        if (!entersObject()) {
            return StoredValues.none();
        }
        Map<E, Object> values = names.newMap();
        for (E field = next(names); field != null; field = next(names)) {
            Object value = scalar();
            if (value != null) {
                values.put(field, value);
            }
        }
        return new StoredValues<>(values);
    }

    /** Long, Double, Boolean or String; null for what is none of them. */
    @Nullable
    Object scalar() {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> text();
            case VALUE_NUMBER_INT -> {
                Long whole = whole();
                yield whole == null ? decimal() : (Object) whole;
            }
            case VALUE_NUMBER_FLOAT -> decimal();
            case VALUE_TRUE, VALUE_FALSE -> flag();
            default -> {
                parser.skipChildren();
                yield null;
            }
        };
    }
}
