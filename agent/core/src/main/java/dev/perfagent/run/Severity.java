package dev.perfagent.run;

import org.jspecify.annotations.Nullable;

/** How bad an alert is, least first. */
public enum Severity {
    /** What was reported before is over. Reported once, and no part of a run's record. */
    RESOLVED("resolved"),
    WARNING("warning"),
    CRITICAL("critical");

    private final String text;

    Severity(String text) {
        this.text = text;
    }

    /** The name in the run's JSON, in {@code alerts.log} and in {@code alerts.yml}. */
    public String text() {
        return text;
    }

    /** The one of that name; null when there is none. */
    public static @Nullable Severity ofText(String text) {
        for (Severity severity : values()) {
            if (severity.text.equals(text)) {
                return severity;
            }
        }
        return null;
    }
}
