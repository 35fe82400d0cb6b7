package dev.perfagent.tally;

import java.util.Comparator;

/**
 * A command of an application. Two applications may have one of the same name.
 *
 * @param application empty when it was not recorded
 * @param command sub-commands joined by a space; empty when it was not recorded
 */
public record CommandName(String application, String command) implements Comparable<CommandName> {
    private static final Comparator<CommandName> BY_NAME =
            Comparator.comparing(CommandName::application).thenComparing(CommandName::command);

    @Override
    public int compareTo(CommandName other) {
        return BY_NAME.compare(this, other);
    }
}
