package dev.perfagent.threshold;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The known name that somebody probably meant. */
public final class NearestName {
    /** Words longer than this are no misspelt keys, and comparing them is quadratic. */
    private static final int MAX_WORD = 60;

    /** Shorter words are in too many others. */
    private static final int MIN_PART = 4;

    private NearestName() {}

    /** The nearest by edit distance, else one that contains the word or is contained in it; null when there is none. */
    public static @Nullable String of(String word, String[] known) {
        if (word.length() > MAX_WORD) {
            return null;
        }
        String wanted = word.toLowerCase(Locale.ROOT);
        String nearest = null;
        int best = Math.max(2, wanted.length() / 3) + 1;
        for (String candidate : known) {
            if (candidate.length() > MAX_WORD) {
                continue;
            }
            int distance = distance(wanted, candidate.toLowerCase(Locale.ROOT));
            if (distance < best && distance < candidate.length()) {
                best = distance;
                nearest = candidate;
            }
        }
        return nearest == null ? overlapping(wanted, known) : nearest;
    }

    private static @Nullable String overlapping(String word, String[] known) {
        for (String candidate : known) {
            if ((word.length() >= MIN_PART && candidate.contains(word))
                    || (candidate.length() >= MIN_PART && word.contains(candidate))) {
                return candidate;
            }
        }
        return null;
    }

    /** Levenshtein's distance, with two neighbours swapped as one edit (optimal string alignment). */
    private static int distance(String left, String right) {
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= right.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            for (int j = 1; j <= right.length(); j++) {
                int substitution = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                int least = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
                least = Math.min(least, cost[i - 1][j - 1] + substitution);
                if (i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1)) {
                    least = Math.min(least, cost[i - 2][j - 2] + 1);
                }
                cost[i][j] = least;
            }
        }
        return cost[left.length()][right.length()];
    }
}
