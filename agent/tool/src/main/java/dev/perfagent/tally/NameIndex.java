package dev.perfagent.tally;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for names that come again and again, such as versions: for arrays of them. */
final class NameIndex {
    /** More versions than a short has room for would be odd; those after share one number. */
    private static final int MOST = 1000;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    int number(String name) {
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        String kept = names.size() < MOST ? name : BoundedTotals.OTHERS;
        return numbers.computeIfAbsent(kept, added -> {
            names.add(added);
            return names.size() - 1;
        });
    }

    String name(int number) {
        return names.get(number);
    }

    /** The numbers that the names of another have here, by their numbers there. */
    int[] numbersOf(NameIndex other) {
        return other.names.stream().mapToInt(this::number).toArray();
    }
}
