package dev.perfagent.journal;

import java.util.List;
import java.util.Map;

/**
 * What was probably meant by rules that matched nothing.
 *
 * @param classes by the rule's index: names, with dots, of classes that were loaded
 * @param methods by class name with dots and rule's index, as {@code a.B#0}: a method that the class has
 */
public record NearestNames(Map<Integer, List<String>> classes, Map<String, String> methods) {
    public NearestNames {
        classes = Map.copyOf(classes);
        methods = Map.copyOf(methods);
    }

    /** The key in {@link #methods}. */
    public static String key(String className, int rule) {
        return className + "#" + rule;
    }
}
