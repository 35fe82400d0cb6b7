package dev.perfagent.config;

import dev.perfagent.threshold.NearestName;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The known word that the user probably meant. */
public final class Suggestion {
    private Suggestion() {}

    /** The end of a message about an unknown word: the nearest known word, or all of them when none is near. */
    static String among(String word, String[] known) {
        String nearest = nearest(word, known);
        return nearest == null ? "; expected " + list(known) : "; did you mean '" + nearest + "'?";
    }

    /** The nearest of these words; null when none is near. */
    public static @Nullable String nearest(String word, Collection<String> known) {
        return nearest(word, known.toArray(new String[0]));
    }

    static @Nullable String nearest(String word, String[] known) {
        return NearestName.of(word, known);
    }

    private static String list(String[] known) {
        if (known.length == 1) {
            return "'" + known[0] + "'";
        }
        StringBuilder all = new StringBuilder("one of ");
        for (int i = 0; i < known.length; i++) {
            all.append(i == 0 ? "" : ", ").append(known[i]);
        }
        return all.toString();
    }
}
