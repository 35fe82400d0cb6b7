package dev.perfagent.record;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command line that is being read, by a library that reads each sub-command as a command line of its own inside of it: the
 * words that are left, behind the word that names the sub-command. That word is recorded only if the application's own code has
 * that name, because it could be a value.
 */
public final class OpenCommandLine {
    private final String[] words;
    private final @Nullable OpenCommandLine outer;
    private String className = "";
    private String command = "";
    private List<String> options = List.of();
    private @Nullable OpenCommandLine inner;

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
     * @param names the class of what was read, without its package; the names of the sub-commands that
     *     are declared, with blanks between them, or null where what was read inside is none; and the options
     * @return the names to report, with those of the sub-command; null for none
     */
    public String @Nullable [] closed(String[] names) {
        List<String> options = new ArrayList<>();
        for (int i = 2; i < names.length; i++) {
            options.add(names[i]);
        }
        String command = "";
        OpenCommandLine read = names[1] == null ? null : inner;
        if (read != null) {
            command = words[words.length - read.words.length - 1];
            if (!isOneOf(command, names[1]) && !isClass(command, read.className)) {
                command = read.className;
            }
            if (!command.isEmpty() && !read.command.isEmpty()) {
                command = command.concat(" ").concat(read.command);
            }
            for (String option : read.options) {
                if (!options.contains(option)) {
                    options.add(option);
                }
            }
        }
        if (outer != null) {
            if (outer.endsWith(words)) {
                this.className = names[0];
                this.command = command;
                this.options = options;
                outer.inner = this;
            }
            return null;
        }
        options.add(0, ""); // a library that hands over its words knows no name of the program
        options.add(1, command);
        return options.toArray(new String[0]);
    }

    /** Whether there is a word before these, which are its last ones. */
    private boolean endsWith(String[] last) {
        int before = words.length - last.length;
        for (int i = 0; before > 0 && i < last.length; i++) {
            if (!words[before + i].equals(last[i])) {
                return false;
            }
        }
        return before > 0;
    }

    private static boolean isOneOf(String word, String declared) {
        String spaced = " ".concat(declared).concat(" ");
        return word.indexOf(' ') < 0 && spaced.contains(" ".concat(word).concat(" "));
    }

    /** Whether a class of that name stands for the word, as {@code AddUserCommand} does for add-user. */
    private static boolean isClass(String word, String className) {
        String plain = word.replace("-", "").replace("_", "");
        int rest = className.length() - plain.length();
        return !plain.isEmpty()
                && rest >= 0
                && className.regionMatches(true, 0, plain, 0, plain.length())
                && (rest == 0 || className.endsWith("Command") && rest == 7);
    }
}
