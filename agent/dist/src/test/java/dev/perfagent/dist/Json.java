package dev.perfagent.dist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Parts of a record as plain values. */
final class Json {
    private Json() {}

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    /** Of an array of objects, what stands under that name in each. */
    static List<String> texts(JsonNode array, String name) {
        List<String> texts = new ArrayList<>();
        array.forEach(object -> texts.add(object.path(name).asString()));
        return texts;
    }

    /** An object of numbers by status. */
    static Map<Integer, Long> statuses(JsonNode object) {
        Map<Integer, Long> statuses = new TreeMap<>();
        object.properties()
                .forEach(status -> statuses.put(
                        Integer.valueOf(status.getKey()), status.getValue().asLong()));
        return statuses;
    }

    /** Of an array of objects, the one that has that value under that name. */
    static JsonNode with(JsonNode array, String name, String value) {
        for (JsonNode object : array) {
            if (object.path(name).asString().equals(value)) {
                return object;
            }
        }
        throw new AssertionError("no " + name + " " + value + " in " + array);
    }
}
