package dev.perfagent.alert;

import dev.perfagent.run.Alert;
import dev.perfagent.run.AlertType;
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

    /** What comes below the title: the figures where the title does not have them, and the recommendation if there is one. */
    List<String> details(Alert alert) {
        List<String> details = new ArrayList<>(2);
        if (!isAdvice(alert)) {
            details.add(figures(alert));
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
        return alert.type() == AlertType.CACHE_HIT_RATE_LOW;
    }

    private String sign(boolean advice) {
        if (unicode) {
            return advice ? LIGHT_BULB : WARNING_SIGN;
        }
        return advice ? "[i] " : "[!] ";
    }

    private static String color(Alert alert) {
        if (isAdvice(alert)) {
            return CYAN;
        }
        return alert.severity() == Severity.CRITICAL ? RED : YELLOW;
    }

    /** What happened, in one sentence without sign and colour. */
    String title(Alert alert) {
        String subject = TerminalText.escape(alert.subject(), unicode);
        return switch (alert.type()) {
            case PERFORMANCE_DEGRADATION ->
                "PERFORMANCE ALERT: Command '" + subject + "' execution time exceeded threshold";
            case PHASE_OVERRUN -> "PERFORMANCE ALERT: Phase '" + subject + "' took longer than its target";
            case MEMORY_USAGE_HIGH -> "MEMORY ALERT: Command '" + subject + "' grew the heap beyond its threshold";
            case API_REQUESTS_HIGH ->
                "API USAGE ALERT: Command '" + subject + "' made more GitHub requests than its limit";
            case API_RATE_LIMIT_WARNING -> "RATE LIMIT ALERT: GitHub rate limit '" + subject + "' is nearly used up";
            case CACHE_HIT_RATE_LOW ->
                "OPTIMIZATION TIP: "
                        + (alert.subject().equals(Judge.API_CACHE) ? subject + " cache" : "Cache '" + subject + "'")
                        + " hit rate is " + Quantity.text(alert.current(), alert.unit()) + " (target: "
                        + Quantity.text(alert.threshold(), alert.unit()) + ")";
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
