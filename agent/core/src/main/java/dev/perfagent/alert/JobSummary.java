package dev.perfagent.alert;

import dev.perfagent.machine.TerminalText;
import dev.perfagent.run.Alert;
import dev.perfagent.run.Run;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Adds alerts to the summary of a step of GitHub Actions: Markdown, in the file that {@code GITHUB_STEP_SUMMARY} names. Many
 * processes of a step may write to it, so a run's part is one write.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions">job summaries</a>
 */
public final class JobSummary {
    /** GitHub refuses the whole summary of a step above 1 MiB; half of that is left to what is the step's own. */
    static final long MAX_BYTES = 512 * 1024;

    /** Of one run, some 600 bytes each. */
    static final int MOST_ALERTS = 30;

    private static final AlertText TEXT = new AlertText(true, false, 0);

    private final File file;

    /** The summary in that file, which the runner has made. */
    public JobSummary(File file) {
        this.file = file;
    }

    /**
     * Appends alerts of a run; not when the file is half full already.
     *
     * @throws IOException when there is no such file, or it could not be written
     */
    public void append(Run run, List<Alert> alerts) throws IOException {
        if (!file.isFile()) {
            throw new IOException(file + " is not a regular file");
        }
        byte[] part = part(run, alerts).getBytes(StandardCharsets.UTF_8);
        if (file.length() + part.length > MAX_BYTES) {
            return;
        }
        try (FileOutputStream out = new FileOutputStream(file, true)) {
            out.write(part);
        }
    }

    private static String part(Run run, List<Alert> alerts) {
        StringBuilder out = new StringBuilder("\n### perf-agent: ");
        out.append(alerts.size())
                .append(alerts.size() == 1 ? " alert" : " alerts")
                .append(" on ");
        escape(out, run.application());
        if (!run.command().equals(run.application())) {
            out.append(' ');
            escape(out, run.command());
        }
        out.append("\n\n| | alert | figures and what to do |\n| --- | --- | --- |\n");
        for (int i = 0; i < alerts.size() && i < MOST_ALERTS; i++) {
            Alert alert = alerts.get(i);
            out.append("| ").append(alert.severity().text()).append(" | ");
            markdown(out, TEXT.title(alert));
            out.append(" | ");
            List<String> details = TEXT.details(alert);
            for (int line = 0; line < details.size(); line++) {
                out.append(line == 0 ? "" : "<br>");
                markdown(out, details.get(line));
            }
            out.append(" |\n");
        }
        if (alerts.size() > MOST_ALERTS) {
            out.append("\nand ").append(alerts.size() - MOST_ALERTS).append(" more.\n");
        }
        return out.append('\n').toString();
    }

    private static void escape(StringBuilder out, String text) {
        markdown(out, TerminalText.escape(text, true));
    }

    /** Text that shows as itself: no markup, no HTML, no mention, no link, no end of a cell. */
    private static void markdown(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '\\', '`', '*', '_', '[', ']', '#', '|', '~', ':', '@', '!', '$' ->
                    out.append('\\').append(c);
                case '.' -> out.append(i > 0 && (text.charAt(i - 1) | 0x20) == 'w' ? "\\." : "."); // www.
                default -> out.append(c);
            }
        }
    }
}
