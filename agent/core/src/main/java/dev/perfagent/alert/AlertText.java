package dev.perfagent.alert;

import dev.perfagent.run.Alert;
import dev.perfagent.run.Measure;
import dev.perfagent.run.Severity;
import dev.perfagent.threshold.Judge;
import dev.perfagent.threshold.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form in which people read an alert: a title, the figures, what to do.
 *
 * @param unicode whether signs and names may go beyond ASCII
 * @param color whether the title is coloured by ANSI sequences
 * @param width columns after which lines are broken; 0 for never
 */
record AlertText(boolean unicode, boolean color, int width) {
    private static final String INDENT = "   ";
    private static final String EVIDENCE = "Evidence: ";
    private static final String RECOMMENDATION = "Recommendation: ";
    private static final String RED = "\u001b[31m";
    private static final String YELLOW = "\u001b[33m";
    private static final String CYAN = "\u001b[36m";
    private static final String PLAIN = "\u001b[0m";

    /** A warning sign in its emoji form, two columns wide, which many terminals draw over the blank after it. */
    private static final String WARNING_SIGN = "\u26a0\ufe0f  ";

    private static final String LIGHT_BULB = "\ud83d\udca1 ";

    /** The alert's lines, without line ends; none is empty. */
    List<String> lines(Alert alert) {
        List<String> lines = new ArrayList<>(3);
        add(lines, sign(isAdvice(alert)) + title(alert), color ? color(alert) : null);
        for (String line : details(alert)) {
            add(lines, INDENT + line, null);
        }
        return lines;
    }

    /** What comes below the title: the figures where the title does not have them, the evidence, and the first recommendation. */
    List<String> details(Alert alert) {
        List<String> details = new ArrayList<>(2);
        if (!isAdvice(alert)) {
            details.add(figures(alert));
        }
        if (alert.evidence() != null) {
            details.add(EVIDENCE + TerminalText.escape(alert.evidence(), unicode));
        }
        if (alert.tip() != null) {
            details.add(RECOMMENDATION + TerminalText.escape(alert.tip(), unicode));
        }
        return details;
    }

    private void add(List<String> lines, String text, @Nullable String ansi) {
        if (width == 0) {
            lines.add(ansi == null ? text : ansi + text + PLAIN);
            return;
        }
        for (String line : LineBreaks.lines(text, width)) {
            lines.add(ansi == null ? line : ansi + line + PLAIN);
        }
    }

    private static boolean isAdvice(Alert alert) {
        return alert.measure() == Measure.CACHE_HIT_RATE && alert.severity() != Severity.RESOLVED;
    }

    private String sign(boolean advice) {
        if (unicode) {
            return advice ? LIGHT_BULB : WARNING_SIGN;
        }
        return advice ? "[i] " : "[!] ";
    }

    private static String color(Alert alert) {
        if (isAdvice(alert) || alert.severity() == Severity.RESOLVED) {
            return CYAN;
        }
        return alert.severity() == Severity.CRITICAL ? RED : YELLOW;
    }

    /** What happened, in one sentence without sign and colour. */
    String title(Alert alert) {
        String subject = TerminalText.escape(alert.subject(), unicode);
        if (alert.severity() == Severity.RESOLVED) {
            return "RESOLVED: " + name(alert.measure(), subject) + " is within its limit again";
        }
        return switch (alert.measure()) {
            case TIME -> "PERFORMANCE ALERT: Command '" + subject + "' execution time exceeded threshold";
            case PHASE_TIME -> "PERFORMANCE ALERT: Phase '" + subject + "' took longer than its target";
            case HEAP_GROWTH -> "MEMORY ALERT: Command '" + subject + "' grew the heap beyond its threshold";
            case PEAK_MEMORY -> "MEMORY ALERT: Command '" + subject + "' used more heap at once than its limit";
            case ALLOCATION -> "MEMORY ALERT: Command '" + subject + "' allocated more than its limit";
            case GC_SHARE -> "MEMORY ALERT: Command '" + subject + "' spent too much of its time on garbage collection";
            case API_REQUESTS -> "API USAGE ALERT: Command '" + subject + "' made more GitHub requests than its limit";
            case RATE_LIMIT -> "RATE LIMIT ALERT: GitHub rate limit '" + subject + "' is nearly used up";
            case THROTTLED_TIME -> "RATE LIMIT ALERT: Command '" + subject + "' waited long for GitHub's rate limit";
            case CACHE_HIT_RATE ->
                "OPTIMIZATION TIP: " + name(alert.measure(), subject) + " is "
                        + Quantity.text(alert.current(), alert.unit()) + " (target: "
                        + Quantity.text(alert.threshold(), alert.unit()) + ")";
            case PROCESSES -> "PROCESS ALERT: Command '" + subject + "' started more processes than its limit";
            case ERROR_RATE -> "ERROR ALERT: Command '" + subject + "' fails too often";
            case AVAILABLE_MEMORY -> "MACHINE ALERT: Little memory is available";
            case DISK_SPACE -> "MACHINE ALERT: Little disk space is left";
            case CPU_USAGE -> "MACHINE ALERT: The processors are busy";
        };
    }

    /** What is judged, for the middle of a sentence's begin. */
    private static String name(Measure measure, String subject) {
        return switch (measure) {
            case TIME -> "Command '" + subject + "' execution time";
            case PHASE_TIME -> "Phase '" + subject + "' time";
            case HEAP_GROWTH -> "Command '" + subject + "' heap growth";
            case PEAK_MEMORY -> "Command '" + subject + "' heap in use";
            case ALLOCATION -> "Command '" + subject + "' allocation";
            case GC_SHARE -> "Command '" + subject + "' share of garbage collection";
            case API_REQUESTS -> "Command '" + subject + "' number of GitHub requests";
            case RATE_LIMIT -> "GitHub rate limit '" + subject + "'";
            case THROTTLED_TIME -> "Command '" + subject + "' time waited for GitHub";
            case CACHE_HIT_RATE ->
                (subject.equals(Judge.API_CACHE) ? subject + " cache" : "Cache '" + subject + "'") + " hit rate";
            case PROCESSES -> "Command '" + subject + "' number of processes";
            case ERROR_RATE -> "Command '" + subject + "' error rate";
            case AVAILABLE_MEMORY -> "Available memory";
            case DISK_SPACE -> "Disk space";
            case CPU_USAGE -> "Load of the processors";
        };
    }

    private static String figures(Alert alert) {
        String unit = alert.unit();
        String current = Quantity.text(alert.current(), unit);
        String threshold = Quantity.text(alert.threshold(), unit);
        if (current.equals(threshold) && alert.current() != alert.threshold()) {
            current = Quantity.exact(alert.current(), unit);
            threshold = Quantity.exact(alert.threshold(), unit);
        }
        String figures = "Current: " + current + " | Threshold: " + threshold;
        return alert.baseline() == null ? figures : figures + " | Baseline: " + Quantity.text(alert.baseline(), unit);
    }
}
