package dev.perfagent.compare;

import java.util.Comparator;

/**
 * What was run.
 *
 * @param application empty when not told
 * @param command empty when not told
 */
public record CommandName(String application, String command) implements Comparable<CommandName> {
    private static final Comparator<CommandName> ORDER =
            Comparator.comparing(CommandName::application).thenComparing(CommandName::command);

    @Override
    public int compareTo(CommandName other) {
        return ORDER.compare(this, other);
    }
}
