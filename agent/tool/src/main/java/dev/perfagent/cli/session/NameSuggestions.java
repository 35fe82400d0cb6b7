package dev.perfagent.cli.session;

import dev.perfagent.compare.RunGroup;
import dev.perfagent.config.Suggestion;
import dev.perfagent.tally.CommandName;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The end of a message about a name that is not there: the name that was probably meant, or those there are. */
public final class NameSuggestions {
    /** More are no help. */
    private static final int MOST = 10;

    private NameSuggestions() {}

    /** Begins with a semicolon; empty when there is nothing of the kind. */
    public static String insteadOf(String word, Collection<String> names) {
        String nearest = Suggestion.nearest(word, names);
        return nearest == null ? list(names) : "; did you mean '" + nearest + "'?";
    }

    /** That no baseline has that name, and which there are. */
    public static String noBaseline(String name, Collection<String> saved) {
        return "no baseline is saved as '" + name + "'"
                + (saved.isEmpty() ? "; none is saved yet, 'baseline save' saves one" : insteadOf(name, saved));
    }

    /** Why a saved baseline has no such run. */
    public static String notInBaseline(@Nullable String application, @Nullable String command, RunGroup saved) {
        Set<String> applications = new TreeSet<>();
        Set<String> commands = new TreeSet<>();
        for (CommandName name : saved.runs().keySet()) {
            applications.add(name.application());
            if (application == null || application.equals(name.application())) {
                commands.add(name.command());
            }
        }
        if (application != null && !applications.contains(application)) {
            return "the baseline has no application '" + application + "'" + insteadOf(application, applications);
        }
        return command == null
                ? "the baseline has no runs"
                : "the baseline has no command '" + command + "'" + insteadOf(command, commands);
    }

    private static String list(Collection<String> names) {
        List<String> known = names.stream().filter(name -> !name.isBlank()).toList();
        if (known.isEmpty()) {
            return "";
        }
        String first = String.join(", ", known.subList(0, Math.min(MOST, known.size())));
        int rest = known.size() - MOST;
        return (known.size() == 1 ? "; there is " : "; there are ")
                + first
                + (rest > 0 ? " and " + rest + " more" : "");
    }
}
