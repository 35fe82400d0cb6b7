package dev.perfagent.history;

import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it was reported.
 *
 * @param type as in {@code alerts.yml}
 * @param runId the execution it is about
 * @param text the lines that were on the console
 */
public record AlertEntry(
        Instant time,
        String severity,
        String type,
        String runId,
        String application,
        String command,
        List<String> text) {
    private static final Pattern HEAD = Pattern.compile("(\\S+Z) (\\w+) (\\w+) (\\S+) (.*?)(?:: (.*))?");

    /** The first separator is where the command begins; one in the application's name is written so. */
    private static final String ESCAPED_SEPARATOR = "\\u003a ";

    public AlertEntry {
        text = List.copyOf(text);
    }

    /** The alert that these lines are; null when the first is no heading of one. */
    static @Nullable AlertEntry parse(List<String> block) {
        Matcher head = HEAD.matcher(block.get(0));
        if (!head.matches()) {
            return null;
        }
        Instant time = RecordTime.parse(head.group(1));
        if (time == null) {
            return null;
        }
        String command = head.group(6);
        return new AlertEntry(
                time,
                head.group(2),
                head.group(3),
                head.group(4),
                head.group(5).replace(ESCAPED_SEPARATOR, ": "),
                command == null ? "" : command,
                block.subList(1, block.size()));
    }
}
