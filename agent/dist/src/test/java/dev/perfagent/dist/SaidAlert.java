package dev.perfagent.dist;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An alert as it was said.
 *
 * @param type told from its title on the console, from its first line in the log
 * @param runId null on the console, which does not tell it
 * @param lines as on the console
 */
record SaidAlert(
        String type, @org.jspecify.annotations.Nullable String runId, List<String> lines) {
    private static final Pattern LOG_LINE =
            Pattern.compile("\\S+Z (info|warning|critical) (?<type>[a-z_]+) (?<run>\\S+) ghpm: \\S+");

    SaidAlert {
        lines = List.copyOf(lines);
    }

    /** Those on the console; nothing but alerts may stand there. */
    static List<SaidAlert> onConsole(String text) {
        List<SaidAlert> alerts = new ArrayList<>();
        List<String> block = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (!line.startsWith("   ") && !block.isEmpty()) {
                alerts.add(new SaidAlert(type(block.get(0)), null, block));
                block.clear();
            }
            block.add(line);
        }
        if (!block.isEmpty()) {
            alerts.add(new SaidAlert(type(block.get(0)), null, block));
        }
        return alerts;
    }

    /** Those in alerts.log: blocks that end in an empty line, each below a line of its own. */
    static List<SaidAlert> inLog(String text) {
        List<SaidAlert> alerts = new ArrayList<>();
        for (String block : text.isEmpty() ? Collections.<String>emptyList() : List.of(text.split("\n\n", 0))) {
            List<String> lines = block.lines().toList();
            Matcher first = LOG_LINE.matcher(lines.get(0));
            if (!first.matches()) {
                throw new AssertionError("not the first line of a block: " + lines.get(0));
            }
            alerts.add(new SaidAlert(first.group("type"), first.group("run"), lines.subList(1, lines.size())));
        }
        return alerts;
    }

    /** What the recommendation says. */
    String tip() {
        return lines.get(lines.size() - 1).replaceFirst("^   Recommendation: ", "");
    }

    private static String type(String title) {
        if (title.contains("PERFORMANCE ALERT: Command '")) {
            return "performance_degradation";
        }
        if (title.contains("PERFORMANCE ALERT: Phase '")) {
            return "phase_overrun";
        }
        if (title.contains("MEMORY ALERT: ")) {
            return "memory_usage_high";
        }
        if (title.contains("API USAGE ALERT: ")) {
            return "api_requests_high";
        }
        if (title.contains("RATE LIMIT ALERT: ")) {
            return "api_rate_limit_warning";
        }
        if (title.contains("OPTIMIZATION TIP: ")) {
            return "cache_hit_rate_low";
        }
        throw new AssertionError("no alert: " + title);
    }
}
