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
        Measure measure = alert.measure();
        String subject = subject(measure, TerminalText.escape(alert.subject(), unicode));
        if (alert.severity() == Severity.RESOLVED) {
            return "RESOLVED: " + joined(subject, measure.quantity()) + " is within its limit again";
        }
        String title = measure.type().title() + ": " + joined(subject, measure.complaint());
        return isAdvice(alert) ? title + " " + hitRate(alert) : title;
    }

    /** The subject with what it is; empty for the machine. */
    private static String subject(Measure measure, String name) {
        if (measure.owner().isEmpty()) {
            return "";
        }
        return name.equals(Verdict.API_CACHE) && measure == Measure.CACHE_HIT_RATE
                ? name + " cache"
                : measure.owner() + " '" + name + "'";
    }

    private static String joined(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + " " + second;
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
