package dev.perfagent.cli.view.run;

import dev.perfagent.history.RawRun;
import java.util.List;

/**
 * Beginnings of ids that are enough to tell runs apart.
 *
 * <p>Ids begin with the time, so runs of one minute share their first eight digits; up to the millisecond it
 * is unlikely that a run which is not listed begins alike.
 */
public final class ShortIds {
    private static final int SHORTEST = 12;

    /** A table must stay narrow; whoever asks for a run by less than tells it apart gets the candidates in full. */
    private static final int LONGEST = 18;

    private ShortIds() {}

    /** Its beginning, which is enough unless two runs began in the same millisecond. */
    public static String of(String id) {
        return id.substring(0, Math.min(SHORTEST, id.length()));
    }

    /** The length at which all of them differ. */
    static int length(List<RawRun> runs) {
        List<String> ids = runs.stream().map(RawRun::id).sorted().toList();
        int length = SHORTEST;
        for (int i = 1; i < ids.size(); i++) {
            length = Math.max(length, common(ids.get(i - 1), ids.get(i)) + 1);
        }
        return Math.min(length, LONGEST);
    }

    private static int common(String a, String b) {
        int same = 0;
        while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        return same;
    }
}
