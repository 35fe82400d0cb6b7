package dev.perfagent.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Typed look at a JSON object that somebody else wrote: what is missing, null or of another type than expected is null or
 * empty, because a wrong field must not hide the rest of a record.
 */
public final class Fields {
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JsonNode node;

    Fields(JsonNode node) {
        this.node = node;
    }

    /**
     * The object that these bytes of UTF-8 are.
     *
     * @throws MalformedJsonException when they are anything else
     */
    public static Fields parse(byte[] bytes, int length) throws MalformedJsonException {
        return new Fields(object(bytes, length));
    }

    static ObjectNode object(byte[] bytes, int length) throws MalformedJsonException {
        try {
            if (MAPPER.readTree(LoneSurrogates.replacedIn(bytes, 0, length)) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw new MalformedJsonException("not JSON: " + e.getOriginalMessage());
        }
        throw new MalformedJsonException("not a JSON object");
    }

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return node.isEmpty();
    }

    /** The text of a field; null when it is not text. */
    public @Nullable String text(String name) {
        JsonNode value = node.path(name);
        return value.isString() ? value.stringValue() : null;
    }

    /** The text in a field; the other one when it is no text. */
    public String text(String name, String otherwise) {
        String text = text(name);
        return text == null ? otherwise : text;
    }

    /** The number in a field; null when it is not a number. */
    public @Nullable Double number(String name) {
        JsonNode value = node.path(name);
        return value.isNumber() ? (Double) value.doubleValue() : null;
    }

    /** The whole number in a field; null when it is not a number or does not fit. */
    public @Nullable Long whole(String name) {
        JsonNode value = node.path(name);
        return value.isIntegralNumber() && value.canConvertToLong() ? (Long) value.longValue() : null;
    }

    /** The truth in a field; null when it is neither true nor false. */
    public @Nullable Boolean flag(String name) {
        JsonNode value = node.path(name);
        return value.isBoolean() ? (Boolean) value.booleanValue() : null;
    }

    /** The object in a field; an empty one when there is none. */
    public Fields object(String name) {
        return of(node.path(name));
    }

    /** The objects of an array. */
    public List<Fields> objects(String name) {
        List<Fields> found = new ArrayList<>();
        for (JsonNode element : node.path(name)) {
            if (element.isObject()) {
                found.add(new Fields(element));
            }
        }
        return found;
    }

    /** The texts of an array. */
    public List<String> texts(String name) {
        List<String> found = new ArrayList<>();
        for (JsonNode element : node.path(name)) {
            if (element.isString()) {
                found.add(element.stringValue());
            }
        }
        return found;
    }

    /** The objects in an object, by name, in their order. */
    public Map<String, Fields> named(String name) {
        Map<String, Fields> found = new LinkedHashMap<>();
        if (node.path(name) instanceof ObjectNode object) {
            object.forEachEntry((key, value) -> found.put(key, of(value)));
        }
        return found;
    }

    /** What an object holds as readable text: strings without quotes, the rest as JSON. */
    public Map<String, String> values(String name) {
        Map<String, String> found = new LinkedHashMap<>();
        if (node.path(name) instanceof ObjectNode object) {
            object.forEachEntry(
                    (key, value) -> found.put(key, value.isString() ? value.stringValue() : value.toString()));
        }
        return found;
    }

    private static Fields of(JsonNode value) {
        return new Fields(value.isObject() ? value : MissingNode.getInstance());
    }
}
