package dev.perfagent.alert;

import dev.perfagent.machine.BuildCommands;
import dev.perfagent.machine.TerminalText;
import dev.perfagent.run.Alert;
import dev.perfagent.run.Severity;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints alerts for GitHub Actions as workflow commands, from which the runner makes annotations of the step. The runner reads
 * them from standard error as well as from standard output, which is the application's.
 */
public final class Annotations {
    /**
     * GitHub shows 10 of a kind a step, and a step may well run more than one command; the last of ours says how many more
     * there are.
     */
    static final int MOST = 4;

    private final PrintStream err;
    private final boolean unicode;
    private final AlertText text;

    Annotations(PrintStream err, boolean unicode) {
        this.err = err;
        this.unicode = unicode;
        this.text = new AlertText(unicode, false, 0);
    }

    /** For the process's own standard error. */
    public static Annotations of(PrintStream standardError) {
        return new Annotations(standardError, Console.showsUnicode());
    }

    /**
     * Says alerts of one run, the worst first.
     *
     * @return false when the stream failed; never throws for it
     */
    public boolean say(String application, List<Alert> alerts) {
        List<Alert> ordered = worstFirst(alerts);
        int single = ordered.size() <= MOST ? ordered.size() : MOST - 1;
        String name = TerminalText.escape(application, unicode) + ": ";
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < single; i++) {
            Alert alert = ordered.get(i);
            WorkflowCommand.append(out, alert.severity(), name + text.title(alert), text.details(alert));
        }
        if (single < ordered.size()) {
            List<Alert> rest = ordered.subList(single, ordered.size());
            List<String> titles = new ArrayList<>(rest.size());
            for (Alert alert : rest) {
                titles.add(text.title(alert));
            }
            WorkflowCommand.append(out, rest.get(0).severity(), name + rest.size() + " more alerts", titles);
        }
        return Console.print(err, new StringBuilder(BuildCommands.onlyOwn(out.toString())));
    }

    private static List<Alert> worstFirst(List<Alert> alerts) {
        List<Alert> ordered = new ArrayList<>(alerts.size());
        Severity[] severities = Severity.values();
        for (int i = severities.length - 1; i >= 0; i--) {
            for (Alert alert : alerts) {
                if (alert.severity() == severities[i]) {
                    ordered.add(alert);
                }
            }
        }
        return ordered;
    }
}
