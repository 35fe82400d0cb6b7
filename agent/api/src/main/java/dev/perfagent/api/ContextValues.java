package dev.perfagent.api;

import java.util.LinkedHashMap;
import java.util.Map;

/** Values that describe a run, by name. Safe for concurrent use. */
final class ContextValues {
    private static final int MOST = 1_000;

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Keeps it, unless there are too many names. */
    synchronized boolean put(String name, Object value) {
        if (values.size() == MOST && !values.containsKey(name)) {
            return false;
        }
        values.put(name, value);
        return true;
    }

    synchronized Map<String, Object> all() {
        return new LinkedHashMap<>(values);
    }

    synchronized void clear() {
        values.clear();
    }

    /** Takes out those that have not changed since. */
    synchronized void remove(Map<String, Object> exported) {
        values.entrySet().removeAll(exported.entrySet());
    }
}
