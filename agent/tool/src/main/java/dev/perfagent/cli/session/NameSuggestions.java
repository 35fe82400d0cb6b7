package dev.perfagent.cli.session;

import dev.perfagent.config.Suggestion;
import java.util.Collection;
import java.util.List;

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
