package dev.perfagent.tip;

import dev.perfagent.run.Alert;
import dev.perfagent.run.Measure;
import dev.perfagent.run.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * The tips of the alerts of one run: the best of each, further ones until there are {@value Alert#MOST_TIPS} in all, and none of
 * them twice.
 */
public final class TipChoice {
    private final Run run;
    private final List<String> given = new ArrayList<>();

    /** For the alerts of that run. */
    public TipChoice(Run run) {
        this.run = run;
    }

    /** The best that no alert before has. */
    public List<String> of(Measure measure, String subject) {
        List<String> chosen = new ArrayList<>(Alert.MOST_TIPS);
        for (String tip : Tips.of(measure, subject, run)) {
            boolean isWanted = chosen.isEmpty() || given.size() < Alert.MOST_TIPS;
            if (isWanted && !given.contains(tip)) {
                chosen.add(tip);
                given.add(tip);
            }
        }
        return chosen;
    }
}
