package dev.perfagent.run;

/** How bad an alert is. */
public enum Severity {
    WARNING("warning"),
    CRITICAL("critical");

    private final String text;

    Severity(String text) {
        this.text = text;
    }

    /** The name in the run's JSON. */
    public String text() {
        return text;
    }
}
