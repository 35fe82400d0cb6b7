package dev.perfagent.record;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that are kept with a run, and what the rules for them found. */
final class ContextValues {
    private static final int MOST = 50;

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<Integer, Long> callsByRule = new HashMap<>();

    /** By rule: why nothing was kept; empty when something was. */
    private final Map<Integer, String> lacks = new HashMap<>();

    /** Keeps a value, if there is room: the last one under a name counts. */
    boolean keep(String name, Object value) {
        boolean hasRoom = values.size() < MOST || values.containsKey(name);
        if (hasRoom) {
            values.put(name, value);
        }
        return hasRoom;
    }

    /**
     * A method of a rule was called.
     *
     * @param value null when there is none that is kept
     * @param lack why there is none
     */
    void found(int rule, String name, @Nullable Object value, @Nullable String lack) {
        Long before = callsByRule.get(rule);
        callsByRule.put(rule, before == null ? 1 : before + 1);
        if (value != null && keep(name, value)) {
            lacks.put(rule, "");
        } else if (!"".equals(lacks.get(rule))) {
            lacks.put(rule, lack == null ? "the run has " + MOST + " values already" : lack);
        }
    }

    Map<String, Object> values() {
        return new LinkedHashMap<>(values);
    }

    Map<Integer, Long> callsByRule() {
        return callsByRule;
    }

    /** Why nothing was kept, by the index of the rules for which that is so. */
    Map<Integer, String> lacks() {
        Map<Integer, String> found = new HashMap<>();
        for (Map.Entry<Integer, String> each : lacks.entrySet()) {
            if (!each.getValue().isEmpty()) {
                found.put(each.getKey(), each.getValue());
            }
        }
        return found;
    }
}
