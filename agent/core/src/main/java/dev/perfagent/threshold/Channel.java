package dev.perfagent.threshold;

/** Where an alert is told. */
public enum Channel {
    CONSOLE("console"),
    LOG("log"),
    GITHUB("github");

    private final String text;

    Channel(String text) {
        this.text = text;
    }

    /** The name in {@code alerts.yml}. */
    public String text() {
        return text;
    }
}
