package dev.perfagent.alert;

import dev.perfagent.machine.BuildCommands;
import dev.perfagent.machine.TerminalText;
import dev.perfagent.run.Alert;
import dev.perfagent.run.Measure;
import dev.perfagent.run.Severity;
import dev.perfagent.threshold.QuantityText;
import dev.perfagent.threshold.Verdict;
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
    private static final String PERFORMANCE = "PERFORMANCE ALERT";
    private static final String MEMORY = "MEMORY ALERT";
    private static final String RATE_LIMIT = "RATE LIMIT ALERT";
    private static final String MACHINE = "MACHINE ALERT";
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
        addNamed(details, EVIDENCE, alert.evidence());
        addNamed(details, RECOMMENDATION, alert.tip());
        return details;
    }

    private void addNamed(List<String> details, String name, @Nullable String text) {
        if (text != null) {
            details.add(name + TerminalText.escape(text, unicode));
        }
    }

    private void add(List<String> lines, String text, @Nullable String ansi) {
        List<String> broken = width == 0 ? List.of(text) : LineBreaks.lines(text, width);
        for (String line : broken) {
            String harmless = BuildCommands.disarmed(line);
            lines.add(ansi == null ? harmless : ansi + harmless + PLAIN);
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
        String command = "Command '" + subject + "'";
        boolean over = alert.severity() == Severity.RESOLVED;
        return switch (alert.measure()) {
            case TIME -> title(over, PERFORMANCE, command, " execution time", " execution time exceeded threshold");
            case CPU_TIME -> title(over, PERFORMANCE, command, " CPU time", " used more CPU time than before");
            case PHASE_TIME ->
                title(over, PERFORMANCE, "Phase '" + subject + "'", " time", " took longer than its target");
            case HEAP_GROWTH -> title(over, MEMORY, command, " heap growth", " grew the heap beyond its threshold");
            case PEAK_MEMORY -> title(over, MEMORY, command, " heap in use", " used more heap at once than its limit");
            case ALLOCATION -> title(over, MEMORY, command, " allocation", " allocated more than its limit");
            case GC_SHARE ->
                title(
                        over,
                        MEMORY,
                        command,
                        " share of garbage collection",
                        " spent too much of its time on garbage collection");
            case API_REQUESTS ->
                title(
                        over,
                        "API USAGE ALERT",
                        command,
                        " number of GitHub requests",
                        " made more GitHub requests than its limit");
            case RATE_LIMIT -> title(over, RATE_LIMIT, "GitHub rate limit '" + subject + "'", "", " is nearly used up");
            case THROTTLED_TIME ->
                title(over, RATE_LIMIT, command, " time waited for GitHub", " waited long for GitHub's rate limit");
            case CACHE_HIT_RATE ->
                title(over, "OPTIMIZATION TIP", cache(subject), " hit rate", " hit rate is " + hitRate(alert));
            case PROCESSES ->
                title(over, "PROCESS ALERT", command, " number of processes", " started more processes than its limit");
            case ERROR_RATE -> title(over, "ERROR ALERT", command, " error rate", " fails too often");
            case AVAILABLE_MEMORY -> title(over, MACHINE, "", "Available memory", "Little memory is available");
            case DISK_SPACE -> title(over, MACHINE, "", "Disk space", "Little disk space is left");
            case CPU_USAGE -> title(over, MACHINE, "", "Load of the processors", "The processors are busy");
        };
    }

    /**
     * One of the two sentences there are about a measure.
     *
     * @param quantity what of the subject is within its limit again
     * @param deed what the subject did to be reported
     */
    private static String title(boolean over, String kind, String subject, String quantity, String deed) {
        return over ? "RESOLVED: " + subject + quantity + " is within its limit again" : kind + ": " + subject + deed;
    }

    private static String cache(String name) {
        return name.equals(Verdict.API_CACHE) ? name + " cache" : "Cache '" + name + "'";
    }

    private static String hitRate(Alert alert) {
        return QuantityText.beside(alert.current(), alert.threshold(), alert.unit()) + " (target: "
                + QuantityText.limit(alert.threshold(), alert.current(), alert.unit()) + ")";
    }

    private static String figures(Alert alert) {
        String unit = alert.unit();
        String figures = "Current: " + QuantityText.beside(alert.current(), alert.threshold(), unit) + " | Threshold: "
                + QuantityText.limit(alert.threshold(), alert.current(), unit);
        return alert.baseline() == null
                ? figures
                : figures + " | Baseline: " + QuantityText.text(alert.baseline(), unit);
    }
}
