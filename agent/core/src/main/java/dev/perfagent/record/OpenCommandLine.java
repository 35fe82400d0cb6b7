package dev.perfagent.record;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command line that is being read, by a library that reads each sub-command as a command line of its own inside of it: the
 * words that are left, behind the word that names the sub-command. That name is known by nothing else.
 */
public final class OpenCommandLine {
    private final String[] words;
    private final @Nullable OpenCommandLine outer;
    private @Nullable String subCommand;
    private List<String> subOptions = List.of();

    /** @param outer the one that the same thread is reading; null for none */
    public OpenCommandLine(String[] words, @Nullable OpenCommandLine outer) {
        this.words = words;
        this.outer = outer;
    }

    /** The one around it; null for none. */
    public @Nullable OpenCommandLine outer() {
        return outer;
    }

    /**
     * It was read. Inside of another one, its names become part of that one's, and are not reported by themselves.
     *
     * @param names the program, the command or null where what was read inside is none, and the options
     * @return the names to report, with those of the sub-command; null for none
     */
    public String @Nullable [] closed(String[] names) {
        List<String> options = new ArrayList<>();
        for (int i = 2; i < names.length; i++) {
            options.add(names[i]);
        }
        String command = names[1] == null ? "" : names[1];
        String inside = names[1] == null ? null : subCommand;
        if (inside != null) {
            command = command.isEmpty() ? inside : command.concat(" ").concat(inside);
            for (String option : subOptions) {
                if (!options.contains(option)) {
                    options.add(option);
                }
            }
        }
        if (outer != null) {
            outer.read(words, command, options);
            return null;
        }
        options.add(0, names[0]);
        options.add(1, command);
        return options.toArray(new String[0]);
    }

    private void read(String[] inner, String command, List<String> options) {
        int at = words.length - inner.length - 1;
        if (at >= 0 && endsWith(inner)) {
            subCommand = command.isEmpty() ? words[at] : words[at].concat(" ").concat(command);
            subOptions = options;
        }
    }

    private boolean endsWith(String[] inner) {
        for (int i = 0; i < inner.length; i++) {
            if (!words[words.length - inner.length + i].equals(inner[i])) {
                return false;
            }
        }
        return true;
    }
}
