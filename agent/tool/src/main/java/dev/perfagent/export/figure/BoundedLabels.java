package dev.perfagent.export.figure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Values of labels, made safe for a metric store: short, without control characters, and only so many different ones of each
 * label, because each combination is a series that the store keeps (and bills). What comes after that is {@link #OTHERS}.
 */
public final class BoundedLabels {
    /** The value of all that are too many. */
    public static final String OTHERS = "(others)";

    /** Datadog cuts tags at 200 characters; the other stores take more. */
    private static final int LONGEST = 100;

    /** As many as a report has commands of, divided by two: a hundred is what a person would still choose from. */
    private static final int MOST_VALUES = 200;

    private final Map<String, Set<String>> known = new HashMap<>();

    /** The value as it is passed on. */
    public String of(String label, String value) {
        String safe = plain(value);
        Set<String> values = known.computeIfAbsent(label, ignored -> new HashSet<>());
        if (values.contains(safe) || (values.size() < MOST_VALUES && values.add(safe))) {
            return safe;
        }
        return OTHERS;
    }

    /** A short text without control characters and marks that change the direction of text. */
    public static String plain(String value) {
        StringBuilder safe = new StringBuilder();
        int[] characters = value.codePoints().limit(LONGEST + 1L).toArray();
        for (int i = 0; i < Math.min(LONGEST, characters.length); i++) {
            safe.appendCodePoint(isPlain(characters[i]) ? characters[i] : '?');
        }
        return characters.length > LONGEST ? safe.append('…').toString() : safe.toString();
    }

    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
