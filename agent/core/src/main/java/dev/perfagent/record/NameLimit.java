package dev.perfagent.record;

import java.util.Map;

/** Keeps what is counted by name small: the first so many names are counted on their own, all later ones together as "other". */
final class NameLimit {
    static final String OTHER = "other";

    private NameLimit() {}

    /**
     * The name to count by.
     *
     * @param counted what is counted so far, by name
     * @param most how many names are counted on their own
     */
    static String of(String name, Map<String, ?> counted, int most) {
        return counted.size() < most || counted.containsKey(name) ? name : OTHER;
    }
}
