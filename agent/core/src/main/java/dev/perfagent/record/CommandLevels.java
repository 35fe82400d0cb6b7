package dev.perfagent.record;

import java.util.ArrayList;
import java.util.List;

/** What a framework names level by level, with the parents; several where one command follows another in the line. */
final class CommandLevels {
    /** More commands in one line do not make its name longer. */
    private static final int MOST = 50;

    private final List<String> levels = new ArrayList<>();
    private String last = "";

    /**
     * The command with one level more.
     *
     * @param known the command so far; empty when this is the first level
     */
    String with(String level, String known) {
        if (known.isEmpty()) {
            levels.add(level);
            last = level;
            return level;
        }
        String before = levels.isEmpty() ? known : last;
        last = level;
        if (levels.contains(level) || levels.size() == MOST) {
            return known;
        }
        levels.add(level);
        String rest = level.substring(shared(before, level)).trim();
        return rest.isEmpty() ? known : known.concat(" ").concat(rest);
    }

    /** The options of two levels, each once. */
    static List<String> joined(List<String> options, List<String> more) {
        List<String> all = new ArrayList<>(options);
        for (String each : more) {
            if (!all.contains(each)) {
                all.add(each);
            }
        }
        return all;
    }

    /** How much of their beginning two names have in common, in whole words. */
    private static int shared(String before, String level) {
        int shared = 0;
        for (int i = 0; i <= level.length() && i <= before.length(); i++) {
            boolean endsLevel = i == level.length();
            boolean endsBefore = i == before.length();
            if ((endsLevel || level.charAt(i) == ' ') && (endsBefore || before.charAt(i) == ' ')) {
                shared = i;
            }
            if (endsLevel || endsBefore || level.charAt(i) != before.charAt(i)) {
                break;
            }
        }
        return shared;
    }
}
