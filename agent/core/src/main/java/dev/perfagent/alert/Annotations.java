package dev.perfagent.alert;

import dev.perfagent.run.Alert;
import dev.perfagent.run.Severity;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells alerts to GitHub Actions as workflow commands, from which the runner makes annotations of the step. The runner reads
 * them from standard error as well as from standard output, which is the application's.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions">workflow commands</a>
 */
public final class Annotations {
    /** GitHub shows 10 of a kind a step, and a step may well run more than one command; the last of ours tells of the rest. */
    static final int MOST = 4;

    /** GitHub takes titles of up to 255 characters. */
    private static final int LONGEST_TITLE = 200;

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
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < single; i++) {
            Alert alert = ordered.get(i);
            begin(out, alert.severity());
            String title = TerminalText.escape(application, unicode) + ": " + text.title(alert);
            property(out, title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) + "..." : title);
            out.append("::");
            data(out, text.details(alert), text.title(alert));
        }
        if (single < ordered.size()) {
            List<Alert> rest = ordered.subList(single, ordered.size());
            begin(out, rest.get(0).severity());
            property(out, TerminalText.escape(application, unicode) + ": " + rest.size() + " more alerts");
            out.append("::");
            List<String> titles = new ArrayList<>(rest.size());
            for (Alert alert : rest) {
                titles.add(text.title(alert));
            }
            data(out, titles, "");
        }
        return Console.print(err, out);
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

    private static void begin(StringBuilder out, Severity severity) {
        switch (severity) {
            case CRITICAL -> out.append("::error title=");
            case WARNING -> out.append("::warning title=");
            case RESOLVED -> out.append("::notice title=");
        }
    }

    /** An empty message makes no annotation, so there is another for it. */
    private static void data(StringBuilder out, List<String> lines, String otherwise) {
        if (lines.isEmpty()) {
            escape(out, otherwise, false);
        }
        for (int i = 0; i < lines.size(); i++) {
            out.append(i == 0 ? "" : "%0A");
            escape(out, lines.get(i), false);
        }
        out.append(System.lineSeparator());
    }

    private static void property(StringBuilder out, String value) {
        escape(out, value, true);
    }

    /** As the runner reads it back; line ends cannot be left, {@link TerminalText} has seen to that, and are escaped all the same. */
    private static void escape(StringBuilder out, String value, boolean property) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '%' -> out.append("%25");
                case '\r' -> out.append("%0D");
                case '\n' -> out.append("%0A");
                case ':' -> out.append(property ? "%3A" : ":");
                case ',' -> out.append(property ? "%2C" : ",");
                default -> out.append(c);
            }
        }
    }
}
