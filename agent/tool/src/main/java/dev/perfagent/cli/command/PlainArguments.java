package dev.perfagent.cli.command;

import dev.perfagent.cli.option.LimitOption;
import org.jspecify.annotations.Nullable;

/**
 * A command line so plain that no parser is needed: a command, and behind it at most {@code --home DIR} and {@code --limit N},
 * each once and as two words. Whatever is written in another way is left to the parser.
 *
 * @param home null when it is not given
 * @param limit null when it is not given
 */
record PlainArguments(
        String command, @Nullable String home, @Nullable Integer limit) {
    private static final String HOME = "--home";

    /** More digits may be more than an int holds. */
    private static final int MOST_DIGITS = 9;

    /** Null when the command line has anything else. */
    static @Nullable PlainArguments of(String... arguments) {
        if (arguments.length % 2 == 0) {
            return null;
        }
        String home = null;
        Integer limit = null;
        for (int i = 1; i < arguments.length; i += 2) {
            String value = arguments[i + 1];
            if (arguments[i].equals(HOME) && home == null && isPlainFolder(value)) {
                home = value;
            } else if (arguments[i].equals(LimitOption.NAME) && limit == null && isPlainNumber(value)) {
                limit = Integer.valueOf(value);
            } else {
                return null;
            }
        }
        return new PlainArguments(arguments[0], home, limit);
    }

    /** Whether it can be nothing but a folder to the parser: no option, no sub-command, nothing in quotes. */
    private static boolean isPlainFolder(String value) {
        return !value.isBlank() && !value.startsWith("-") && value.indexOf('"') < 0 && !value.equals("show");
    }

    private static boolean isPlainNumber(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < (i == 0 ? '1' : '0') || value.charAt(i) > '9') {
                return false;
            }
        }
        return !value.isEmpty() && value.length() <= MOST_DIGITS;
    }
}
