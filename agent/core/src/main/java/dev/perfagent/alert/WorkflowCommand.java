package dev.perfagent.alert;

import dev.perfagent.run.Severity;
import java.util.List;

/**
 * A workflow command of GitHub Actions that makes an annotation: {@code ::warning title=TITLE::MESSAGE}.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions">workflow commands</a>
 */
public final class WorkflowCommand {
    /** GitHub takes titles of up to 255 characters. */
    private static final int LONGEST_TITLE = 200;

    private WorkflowCommand() {}

    private static String cut(String title) {
        if (title.length() <= LONGEST_TITLE) {
            return title;
        }
        int end = Character.isHighSurrogate(title.charAt(LONGEST_TITLE - 1)) ? LONGEST_TITLE - 1 : LONGEST_TITLE;
        return title.substring(0, end) + "...";
    }

    /**
     * Appends one, with its line end.
     *
     * @param title cut when it is too long
     * @param message its lines; without any, which would make no annotation, the title
     */
    public static void append(StringBuilder out, Severity severity, String title, List<String> message) {
        switch (severity) {
            case CRITICAL -> out.append("::error title=");
            case WARNING -> out.append("::warning title=");
            case RESOLVED -> out.append("::notice title=");
        }
        escape(out, cut(title), true);
        out.append("::");
        if (message.isEmpty()) {
            escape(out, title, false);
        }
        for (int i = 0; i < message.size(); i++) {
            out.append(i == 0 ? "" : "%0A");
            escape(out, message.get(i), false);
        }
        out.append(System.lineSeparator());
    }

    /** As the runner reads it back. */
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
